using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.Tokens;

/// <summary>Keeps the list of tokens alive, as long as its reader is an admin.</summary>
internal sealed class TokensView(Person viewer, TokenPages pages, IncidentDesk desk) : LiveView(viewer)
{
    /// <summary>The page as the side bar knows it.</summary>
    public const string Name = "tokens";

    public override string Current => Name;

    public override async ValueTask<bool> RefreshAsync(CancellationToken cancellation) => (await desk.RecogniseAsync(Viewer, cancellation)).Right == Right.Admin;

    public override bool IsStaleAfter(Recorded entry) => entry.Event is TokenMade or TokenRevoked;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => Partials.Morph("#tokens", await pages.TableAsync(cancellation));
}
