using System.Text;
using IncidentBot.Ports;
using IncidentBot.Web.Live;
using IncidentBot.Web.Rendering;

namespace IncidentBot.Web.WarRoom;

/// <summary>Keeps a room's page alive.</summary>
internal sealed class RoomView(Incident room, Person viewer, bool? writes, IncidentDesk desk, RoomItems items, PolicyBook policies, IWaiting waiting, Verbs verbs, Rendering.Drawing drawing) : LiveView(viewer)
{
    private const int MostProposals = 20;
    private const int MostRedrawn = 50;

    private Incident room = room;
    private bool? writes = writes;
    private string told = "";

    public override IncidentId? Stream => room.Id;

    public override string Current => RoomPath.Slug(room.Id);

    public override async ValueTask<bool> RefreshAsync(CancellationToken cancellation)
    {
        if (await desk.GlimpseAsync(room.Id, Viewer, cancellation) is not { } now) return false;
        room = now;
        return true;
    }

    public override async ValueTask<string> DrawAsync(Recorded entry, CancellationToken cancellation) => entry.Event switch
    {
        MessageEdited edit => await AgainAsync(edit.Entry, cancellation),
        MessageDeleted deletion => await AgainAsync(deletion.Entry, cancellation),
        EntryHighlighted mark => await AgainAsync(mark.Entry, cancellation),
        EntryRedacted redacted => await RedactedAsync(redacted, entry, cancellation),
        AlertTakenUp taken => await AgainAsync(taken.Proposal, cancellation),
        AlertCleared cleared when room.Proposals.TryGetValue(cleared.Fingerprint, out var proposed) => await AgainAsync(proposed.Entry, cancellation),
        _ => await NewAsync(entry, cancellation),
    };

    public override async ValueTask<string> DrawAllAsync(CancellationToken cancellation)
    {
        var stretch = await items.BeforeAsync(room, room.Number + 1, Viewer, cancellation);
        var html = string.Concat(await Task.WhenAll(stretch.Items.Select(item => EntryAsync(item))));
        return Partials.Fill("#log", html) + Partials.Morph("#earlier", await EarlierAsync(stretch));
    }

    // General shows the incidents that were announced there: those cards are likenesses too.
    public override bool IsStaleAfter(Recorded entry) =>
        entry.Event.Prominence != Prominence.Housekeeping && (entry.Incident == room.Id ? !room.Id.IsHouse : room.Id.IsHouse && entry.Event.Prominence == Prominence.Key);

    // What waits outside is told on the card.
    public override bool GoesStaleByItself => told != WhatWaits;

    public override async ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation)
    {
        if (!room.Id.IsHouse)
        {
            told = WhatWaits;
            var card = await drawing.DrawAsync<RoomCard>((nameof(RoomCard.Incident), room), (nameof(RoomCard.Policy), policies.Current), (nameof(RoomCard.Viewer), Viewer), (nameof(RoomCard.House), await desk.HouseAsync(cancellation)));
            return Partials.Morph("#card", card) + await ComposingAsync();
        }
        var house = await desk.HouseAsync(cancellation);
        // What is proposed offers the open incidents.
        var proposals = room.Proposals.Values.Where(proposed => proposed is { IsFiring: true, TakenUpBy.IsEmpty: true })
            .OrderByDescending(proposed => proposed.Entry).Take(MostProposals).Select(proposed => AgainAsync(proposed.Entry, cancellation));
        var cards = house.Open.Where(incident => Visibility.MaySee(Viewer, incident)).Select(async incident =>
            Partials.Morph($".announced-{incident.Id.Number} > .card", await drawing.DrawAsync<Messages.CardView>(
                (nameof(Messages.CardView.Message), IncidentCard.Small(incident)), (nameof(Messages.CardView.Room), room.Id), (nameof(Messages.CardView.OpensRoom), true))));
        return string.Concat(await Task.WhenAll(cards.Concat(proposals))) + await ComposingAsync();
    }

    public Task<string> EntryAsync(RoomItem item, bool inThread = false, bool asRoot = false) => drawing.DrawAsync<EntryView>(
        (nameof(EntryView.Item), item), (nameof(EntryView.InThread), inThread), (nameof(EntryView.AsRoot), asRoot));

    public async Task<string> EarlierAsync(RoomStretch stretch) => stretch.First > 1
        ? await drawing.DrawAsync<EarlierButton>((nameof(EarlierButton.Room), room.Id), (nameof(EarlierButton.Before), stretch.First))
        : "";

    // An open page loses the words at once. So many that drawing them again would take long are drawn with the whole room.
    private async ValueTask<string> RedactedAsync(EntryRedacted redacted, Recorded entry, CancellationToken cancellation)
    {
        if (redacted.Entries.Count > MostRedrawn) return await DrawAllAsync(cancellation);
        var pieces = new StringBuilder();
        foreach (var gone in redacted.Entries) pieces.Append(await AgainAsync(gone.Entry, cancellation));
        return pieces.Append(await NewAsync(entry, cancellation)).ToString();
    }

    private string WhatWaits => room.Id.IsHouse ? "" : string.Join(' ', WaitingLine.Of(waiting.Of(room.Id)));

    // Only when it has changed: what somebody types there stays as it is.
    private async Task<string> ComposingAsync()
    {
        var may = IncidentDesk.WhyNotAdd(Viewer, room) is null;
        if (may == writes) return "";
        writes = may;
        return Partials.Morph($"#composing.{(may ? "reads" : "writes")}", await drawing.DrawAsync<Composing>(
            (nameof(Composing.Room), room), (nameof(Composing.Viewer), Viewer), (nameof(Composing.Policy), policies.Current), (nameof(Composing.Verbs), verbs)));
    }

    private async Task<string> NewAsync(Recorded entry, CancellationToken cancellation)
    {
        if (await items.ItemAsync(entry, room, Viewer, cancellation) is not { } item) return "";
        if (item.ReplyTo is not { } root) return Partials.Append("#log", await EntryAsync(item));
        return Partials.Append($"#answers-{root}", await EntryAsync(item, inThread: true)) + await AgainAsync(root, cancellation);
    }

    private async Task<string> AgainAsync(int number, CancellationToken cancellation)
    {
        if (await items.AtAsync(room, number, Viewer, cancellation) is not { } item) return "";
        return Partials.Morph($"#e-{number}", await EntryAsync(item, inThread: item.ReplyTo is not null))
            + Partials.Morph($"#root-{number}", await EntryAsync(item, inThread: true, asRoot: true))
            + (item.ReplyTo is { } root ? await AgainAsync(root, cancellation) : "");
    }
}
