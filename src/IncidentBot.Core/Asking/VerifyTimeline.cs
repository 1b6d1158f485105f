using System.Globalization;

namespace IncidentBot;

/// <summary>Is the timeline as it was recorded? In a room that incident's, elsewhere everything that the asker may see.</summary>
public sealed record VerifyTimeline : Question
{
    private const int MostTold = 20;

    /// <inheritdoc/>
    public override async ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var id = setting.Incident.Id;
        if (id.IsHouse)
        {
            var all = await TimelineAudit.OfAllAsync(sources.Store, sources.Seals, cancellation);
            return Answer(all.Without(await HiddenAsync(setting.By, sources, cancellation)), null, null);
        }
        var report = await TimelineAudit.OfAsync(id, sources.Store, sources.Seals, cancellation);
        return Answer(report, id, report.Timelines.Count > 0 ? report.Timelines[0].Sentence : null);
    }

    private static Reply Answer(AuditReport report, IncidentId? about, string? sentence)
    {
        var faults = report.Faults.Select(fault => fault.Sentence).ToList();
        var told = faults.Count <= MostTold ? faults : [.. faults.Take(MostTold), $"And {faults.Count - MostTold} more; `incidentbot verify` tells them all."];
        var headline = report.IsSound ? sentence ?? Whole(report) : $"{Words.Count(faults.Count, "fault")} found. {faults[0]}";
        return new Reply(report.IsSound ? headline : string.Join('\n', told))
        {
            Incident = about,
            Card = new Message(headline) { About = about, Tone = report.IsSound ? Tone.Good : Tone.Critical, Items = report.IsSound ? [] : told },
        };
    }

    private static string Whole(AuditReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{Words.Count(report.Timelines.Count, "timeline")} with {(report.Entries == 1 ? "1 entry" : $"{report.Entries:N0} entries")}: every chain is intact. {Cover(report)}");

    private static string Cover(AuditReport report) => report.Unsealed switch
    {
        0 => "All of it is sealed.",
        1 => "1 entry is chained but not sealed yet.",
        var unsealed => string.Create(CultureInfo.InvariantCulture, $"{unsealed:N0} entries are chained but not sealed yet."),
    };

    private static async ValueTask<IReadOnlySet<IncidentId>> HiddenAsync(Person viewer, Sources sources, CancellationToken cancellation)
    {
        var hidden = new HashSet<IncidentId>();
        for (long? below = null; ;)
        {
            var page = await sources.Catalog.ListAsync(new IncidentFilter(), Person.Bot, below, Ports.ITimelineStore.LargestPage, cancellation);
            hidden.UnionWith(page.Where(incident => !incident.MayBeSeenBy(viewer)).Select(incident => incident.Id));
            if (page.Count < Ports.ITimelineStore.LargestPage) return hidden;
            below = page[^1].Id.Number;
        }
    }
}
