using System.Security.Cryptography;
using System.Text;
using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.Reviews;

/// <summary>Keeps a review's page alive: what has changed is drawn anew, and an editor that is open is left alone.</summary>
internal sealed class ReviewView(Incident incident, Person viewer, IncidentDesk desk, ReviewReader reader, ReviewPages pages) : LiveView(viewer)
{
    private readonly Dictionary<string, string> shown = [];
    private Incident incident = incident;

    public override IncidentId? Stream => incident.Id;

    public override string Current => "incidents";

    public override async ValueTask<bool> RefreshAsync(CancellationToken cancellation)
    {
        if (await desk.GlimpseAsync(incident.Id, Viewer, cancellation) is not { } now) return false;
        incident = now;
        return true;
    }

    // Chat alone changes nothing but counts: those wait for the next event.
    public override bool IsStaleAfter(Recorded entry) =>
        entry.Incident == incident.Id && entry.Event.Prominence != Prominence.Housekeeping && entry.Event is not MessagePosted;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation)
    {
        var document = await reader.OfAsync(incident, cancellation);
        var pieces = new List<string> { Partials.Morph("#review-head", await pages.HeadAsync(document)) };
        foreach (var section in document.Sections)
        {
            var html = await pages.SectionAsync(document, section);
            if (IsNew(section.Key, html)) pieces.Add(Partials.Morph($"#{ReviewSectionView.Anchor(section.Key)}", html));
        }
        return string.Concat(pieces);
    }

    private bool IsNew(string key, string html)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        if (shown.GetValueOrDefault(key) == digest) return false;
        shown[key] = digest;
        return true;
    }
}
