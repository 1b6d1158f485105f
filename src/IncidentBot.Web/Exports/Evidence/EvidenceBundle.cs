using IncidentBot.Ports;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>
/// All evidence of an incident as one zip that proves itself without this program. The same timeline and the same links between identities give the same bytes.
/// It is written while it is read, so that neither the timeline nor a file is ever held whole.
/// </summary>
public sealed class EvidenceBundle(ITimelineStore store, ISealBook seals, IFileStore files, IncidentDesk desk)
{
    private static readonly byte[] VerifyScript = Load();

    /// <summary>Writes the bundle of the timeline as far as the incident has it.</summary>
    /// <param name="incident">The incident; who may see it is the caller's to ask.</param>
    /// <param name="destination">Where it goes; left open.</param>
    /// <param name="cancellation">Ends the writing; what is there then is no whole bundle.</param>
    public async Task WriteAsync(Incident incident, Stream destination, CancellationToken cancellation)
    {
        var last = (await store.ReadStreamAsync(incident.Id.Number, incident.Number - 1, 1, cancellation))[0];
        await using var zip = await BundleZip.CreateAsync(destination, last.RecordedAt, cancellation);
        await zip.AddAsync("README.txt", BundleReadme.Text(incident, last), cancellation);
        await zip.AddAsync("verify.cs", VerifyScript, cancellation);
        var house = await desk.HouseAsync(cancellation);
        var (review, shared) = (new ReviewWriter(incident.Id, house.Identities), new SharedFiles());
        await zip.AddAsync("timeline.jsonl", file => WriteTimelineAsync(incident, file, review, shared, cancellation), cancellation);
        foreach (var number in review.Wanted)
            foreach (var entry in await store.ReadStreamAsync(incident.Id.Number, number - 1, 1, cancellation)) review.Recall(entry);
        var document = review.Document();
        foreach (var format in Enum.GetValues<ExportFormat>().Where(format => format != ExportFormat.Bundle))
            await zip.AddAsync(format.File(), await StandaloneReview.WriteAsync(document, format), cancellation);
        await zip.AddAsync("seals.jsonl", file => WriteSealsAsync(incident, file, cancellation), cancellation);
        await shared.AddToAsync(zip, files, cancellation);
        await InsistOnStillnessAsync(incident, cancellation);
        await zip.AddSumsAsync(cancellation);
    }

    // What was redacted meanwhile may be in what is written already, and the entry that redacts it is not: such a bundle is not finished.
    private async Task InsistOnStillnessAsync(Incident incident, CancellationToken cancellation)
    {
        var after = incident.Number;
        while (await store.ReadStreamAsync(incident.Id.Number, after, ITimelineStore.LargestPage, cancellation) is { Count: > 0 } page)
        {
            if (page.Any(entry => entry.Kind == nameof(EntryRedacted)))
                throw new IOException($"{incident.Id} was redacted while its evidence was gathered. Ask for it again.");
            after = page[^1].Number;
        }
    }

    private async Task WriteTimelineAsync(Incident incident, Stream file, ReviewWriter review, SharedFiles shared, CancellationToken cancellation)
    {
        using var lines = new JsonLines(file);
        while (review.Number < incident.Number)
        {
            var page = await store.ReadStreamAsync(incident.Id.Number, review.Number, Math.Min(ITimelineStore.LargestPage, incident.Number - review.Number), cancellation);
            if (page.Count == 0) throw new StoreFencedException($"{incident.Id} cannot be exported: its entries behind {review.Number} are not there. `incidentbot verify {incident.Id}` tells more.");
            foreach (var entry in page)
            {
                await lines.WriteAsync(json => EvidenceLines.Write(json, entry), cancellation);
                review.Take(entry);
                shared.Take(entry);
            }
        }
    }

    // A seal that was made meanwhile may cover entries that are recorded already, but are not in this bundle; one that covers lost entries is in it.
    private async Task WriteSealsAsync(Incident incident, Stream file, CancellationToken cancellation)
    {
        using var lines = new JsonLines(file);
        var kept = await seals.ReadAsync(cancellation);
        var head = await store.HeadAsync(incident.Id.Number, cancellation);
        foreach (var seal in kept.Where(seal => seal.Seal.Stream == incident.Id.Number && (seal.Seal.Number <= incident.Number || seal.Seal.Number > head.Number)))
            await lines.WriteAsync(json => EvidenceLines.Write(json, seal), cancellation);
    }

    private static byte[] Load()
    {
        using var stream = typeof(EvidenceBundle).Assembly.GetManifestResourceStream("verify.cs")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
