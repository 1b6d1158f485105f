using IncidentBot.Ports;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Shells;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.Live;

/// <summary>One page's live stream: what it missed, then what happens.</summary>
internal sealed class LiveStream(
    SseWriter writer, LiveView view, LiveFeed.Listener listener, ITimelineStore store, IncidentDesk desk, Frames frames, Rendering.Drawing drawing, TimeProvider clock, ILogger logger)
{
    private const int TooMuchToCatchUp = 300;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private HashSet<IncidentId> visible = [];
    private string rooms = "";

    /// <summary>The last entry that the page has.</summary>
    public int Seen { get; set; }

    /// <summary>Whether the viewer is still who they were when it was opened, with the same rights; the page comes back when they are not, and is asked anew.</summary>
    public required Func<ValueTask<bool>> IsStill { get; init; }

    public async Task RunAsync(string token, CancellationToken cancellation)
    {
        await writer.StartAsync(cancellation);
        await writer.EventAsync("token", token, cancellation);
        if (!await MayStayAsync(cancellation)) return;
        await CatchUpAsync(cancellation);
        await LikenessesAsync(cancellation);
        await SideBarAsync(cancellation);
        while (await listener.Entries.NextAsync(Beat, clock, cancellation) is { } waited)
        {
            if (!await IsStill()) return;
            if (waited) { if (!await TakeInAsync(cancellation)) return; }
            else
            {
                await writer.EventAsync("beat", "", cancellation);
                if (view.GoesStaleByItself) await LikenessesAsync(cancellation);
            }
        }
    }

    private async Task<bool> TakeInAsync(CancellationToken cancellation)
    {
        var batch = new List<Recorded>();
        while (batch.Count < TooMuchToCatchUp && listener.Entries.TryRead(out var entry)) batch.Add(entry);
        if (!await MayStayAsync(cancellation)) return false;
        batch = await KnownAsync(batch, cancellation);
        foreach (var entry in batch.Where(entry => entry.Incident == view.Stream && entry.Number > Seen))
        {
            if (entry.Number > Seen + 1) await CatchUpAsync(cancellation);
            if (entry.Number == Seen + 1) await ShowAsync(entry, cancellation);
        }
        batch.RemoveAll(entry => !Visibility.MayRead(view.Viewer, entry));
        if (batch.Exists(view.IsStaleAfter)) await LikenessesAsync(cancellation);
        if (batch.Exists(ChangesRooms)) await SideBarAsync(cancellation);
        foreach (var news in batch.Where(entry => entry.Event.Prominence != Prominence.Housekeeping).GroupBy(entry => entry.Incident))
            if (news.Key.IsHouse || visible.Contains(news.Key)) await writer.EventAsync("news", $"{RoomPath.Slug(news.Key)} {news.Last().Number}", cancellation);
        return true;
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (view.Stream is not { } stream) return;
        var head = (await store.HeadAsync(stream.Number, cancellation)).Number;
        if (head - Seen > TooMuchToCatchUp)
        {
            await GuardedAsync(async () => await writer.PiecesAsync(await view.DrawAllAsync(cancellation), head, cancellation), head, cancellation);
            Seen = head;
        }
        while (Seen < head)
        {
            var page = await store.ReadStreamAsync(stream.Number, Seen, ITimelineStore.LargestPage, cancellation);
            // What is drawn of these rests on an incident that has them.
            await view.RefreshAsync(cancellation);
            foreach (var entry in page) await ShowAsync(StoredEvents.Read(entry), cancellation);
        }
    }

    private async Task ShowAsync(Recorded entry, CancellationToken cancellation)
    {
        // Of what one may not read, not even the number goes out.
        if (Visibility.MayRead(view.Viewer, entry))
            await GuardedAsync(async () => await writer.PiecesAsync(await view.DrawAsync(entry, cancellation), entry.Number, cancellation), entry.Number, cancellation);
        Seen = entry.Number;
    }

    // One entry that cannot be drawn must not end the stream: the page would come back to it for ever.
    private async Task GuardedAsync(Func<Task> draw, int number, CancellationToken cancellation)
    {
        try
        {
            await draw();
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not IOException)
        {
            Log.EntryNotDrawn(logger, fault, number);
            var stand = await drawing.DrawAsync<StandIn>((nameof(StandIn.Number), number));
            await writer.PiecesAsync(Partials.Append("#log", stand), number, cancellation);
        }
    }

    private Task LikenessesAsync(CancellationToken cancellation) =>
        GuardedAsync(async () => await writer.PiecesAsync(await view.DrawLikenessesAsync(cancellation), null, cancellation), Seen, cancellation);

    private async Task SideBarAsync(CancellationToken cancellation)
    {
        var model = await frames.SideBarAsync(view.Viewer, view.Current, cancellation);
        visible = [.. model.Open.Select(incident => incident.Id)];
        var html = await drawing.DrawAsync<SideBar>((nameof(SideBar.Model), model));
        if (html == rooms) return;
        rooms = html;
        await writer.PiecesAsync(Partials.Morph("#rooms", html), null, cancellation);
    }

    // Of what the viewer may not see, not even that something happens there may be noticed. What was everybody's until now, or the viewer's, is taken from the page.
    private async Task<List<Recorded>> KnownAsync(List<Recorded> batch, CancellationToken cancellation)
    {
        var known = new List<Recorded>();
        foreach (var entries in batch.GroupBy(entry => entry.Incident))
        {
            if (entries.Key.IsHouse || await desk.GlimpseAsync(entries.Key, view.Viewer, cancellation) is not null) known.AddRange(entries);
            else if (entries.FirstOrDefault(Hides) is { } hiding)
            {
                known.Add(hiding);
                await writer.EventAsync("hidden", entries.Key.ToString(), cancellation);
            }
        }
        return [.. known.OrderBy(entry => entry.Position)];
    }

    private bool Hides(Recorded entry) => entry.Event switch
    {
        PrivacyChanged { Private: true } => true,
        MemberRemoved removed => view.Viewer.Is(removed.Who) || (removed.AlsoAs?.Any(view.Viewer.Is) ?? false),
        _ => false,
    };

    private async Task<bool> MayStayAsync(CancellationToken cancellation)
    {
        view.Viewer = await desk.RecogniseAsync(view.Viewer, cancellation);
        if ((view.Stream is not { } stream || await desk.GlimpseAsync(stream, view.Viewer, cancellation) is not null) && await view.RefreshAsync(cancellation)) return true;
        await writer.EventAsync("closed", "", cancellation);
        return false;
    }

    private static bool ChangesRooms(Recorded entry) => entry.Event.Prominence == Prominence.Key || entry.Event is ResponderJoined;
}
