using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.Mine;

/// <summary>Keeps the page about oneself alive: a link that was made elsewhere appears on it.</summary>
internal sealed class MeView(Person viewer, MePages pages) : LiveView(viewer)
{
    /// <summary>The page as the side bar knows it.</summary>
    public const string Name = "me";

    public override string Current => Name;

    public override bool IsStaleAfter(Recorded entry) => entry.Event is IdentitiesLinked or IdentityUnlinked;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) =>
        Partials.Fill("#me", await pages.DrawAsync(Viewer, cancellation));
}
