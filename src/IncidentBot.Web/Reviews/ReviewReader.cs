using IncidentBot.Ports;

namespace IncidentBot.Web.Reviews;

/// <summary>Reads reviews. The latest few are kept as long as their timelines do not grow: a page and its files ask for the same one.</summary>
internal sealed class ReviewReader(ITimelineStore store, IncidentDesk desk)
{
    private const int MostKept = 4;

    private readonly Lock turn = new();
    private readonly List<ReviewDocument> kept = [];
    private Identities identities = Identities.None;

    /// <summary>The review of an incident as it stands; whoever asks has made sure that it may be seen.</summary>
    public async ValueTask<ReviewDocument> OfAsync(Incident incident, CancellationToken cancellation)
    {
        var linked = (await desk.HouseAsync(cancellation)).Identities;
        lock (turn)
        {
            if (!ReferenceEquals(identities.Linked, linked.Linked)) kept.Clear();
            identities = linked;
            if (kept.Find(known => known.Incident == incident.Id && known.UpTo == incident.Number) is { } fresh) return fresh;
        }
        var document = await ReviewWriter.ReadAsync(incident.Id, incident.Number, store, linked, cancellation);
        lock (turn)
        {
            kept.RemoveAll(known => known.Incident == incident.Id);
            kept.Add(document);
            if (kept.Count > MostKept) kept.RemoveAt(0);
        }
        return document;
    }

    /// <summary>What people wrote in one part, as it stands.</summary>
    public async ValueTask<ReviewBlock.Written> PartAsync(Incident incident, ReviewPart part, CancellationToken cancellation)
    {
        var document = await OfAsync(incident, cancellation);
        return document.Sections.SelectMany(section => section.Blocks).OfType<ReviewBlock.Written>().First(written => written.Part == part);
    }
}
