using IncidentBot.Web.Live;

namespace IncidentBot.Web.Insights;

/// <summary>Keeps the rooms beside the insights alive; the figures stay those of the moment at which they were counted.</summary>
internal sealed class InsightsView(Person viewer) : LiveView(viewer)
{
    public override string Current => "insights";

    public override bool IsStaleAfter(Recorded entry) => false;

    public override ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => ValueTask.FromResult("");
}
