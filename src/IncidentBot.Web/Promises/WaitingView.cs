using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.Promises;

/// <summary>Keeps the page of what waits alive.</summary>
internal sealed class WaitingView(Person viewer, WaitingPages pages) : LiveView(viewer)
{
    /// <summary>The page as the side bar knows it.</summary>
    public const string Name = "waiting";

    private string last = "";

    public override string Current => Name;

    // Time alone makes something wait.
    public override bool GoesStaleByItself => true;

    public override bool IsStaleAfter(Recorded entry) => entry.Event is PromiseKept or PromiseBroken or PromiseRenewed;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation)
    {
        var now = Partials.Morph("#waiting", await pages.BodyAsync(Viewer, cancellation));
        if (now == last) return "";
        return last = now;
    }
}
