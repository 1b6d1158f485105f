using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Speaking.Opening;
using IncidentBot.Ports;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>The incident's card in its channel: posted once, pinned, and always as the incident is.</summary>
internal sealed class RoomCard(
    ISlack slack, SlackDrawing drawing, IncidentDesk desk, PolicyBook policies, IWaiting waiting, RoomOpening opening, LastDrawn last, SlackDeeds deeds, ILogger<RoomCard> logger)
{
    /// <summary>What the card is called among what stands of an incident.</summary>
    public const string Card = "card";

    // One card for all who are in the channel: what somebody may not do is refused when they press it.
    private static readonly Person Everybody = new(new PersonId("slack:everybody"), "everybody");

    /// <summary>Draws it; answers with its place when that is new.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> DrawAsync(Incident incident, string room, CancellationToken cancellation)
    {
        var channel = SlackNames.ChannelOf(room)!;
        var mine = last.Of(incident.Id);
        var known = SlackNames.PlaceOf(incident.Cards.GetValueOrDefault(CardPlaced.CardKey(SlackNames.Chat, Card)));
        var house = await desk.HouseAsync(cancellation);
        var (drawn, digest) = (Draw(incident, house, incident.LastNews), Digest.Of(Draw(incident, house, incident.LastTurn)));

        var place = known?.Channel == channel ? known : mine.Card?.Channel == channel ? mine.Card : null;
        if (place is null || !await UpToDateAsync(place, drawn, digest, mine, cancellation))
            place = await PostAsync(incident, channel, drawn, again: place is not null, cancellation);
        (mine.Card, mine.CardDigest) = (place, digest);
        if (place == known) return [];
        await PinAsync(place, mine, cancellation);
        return [new CardPlaced(SlackNames.Chat, Card, $"{room}/{place.Ts}")];
    }

    // False when somebody has deleted it.
    private ValueTask<bool> UpToDateAsync(SlackPlace place, Drawn drawn, string digest, LastDrawn.Drawings mine, CancellationToken cancellation) => mine.CardDigest == digest
        ? ValueTask.FromResult(true)
        : deeds.InRoomAsync(async () =>
        {
            try
            {
                await slack.UpdateAsync(place, drawn, cancellation);
                return true;
            }
            catch (SlackFaultException fault) when (fault.Code == "message_not_found")
            {
                return false;
            }
        });

    private async ValueTask<SlackPlace> PostAsync(Incident incident, string channel, Drawn drawn, bool again, CancellationToken cancellation)
    {
        var key = $"card:{incident.Id}:{channel}" + (again ? $":{incident.LastNews}" : "");
        var post = new SlackPost(channel, drawn, key) { MayBeThere = !opening.IsNew(channel), Since = incident.DeclaredAt };
        return await deeds.InRoomAsync(() => slack.PostAsync(post, cancellation));
    }

    // A card that cannot be pinned is still the card.
    private async ValueTask PinAsync(SlackPlace place, LastDrawn.Drawings mine, CancellationToken cancellation)
    {
        if (mine.Pinned == place) return;
        try
        {
            await deeds.InRoomAsync(() => slack.PinAsync(place, cancellation));
        }
        catch (PromiseRefusedException refused)
        {
            Log.NotPinned(logger, refused.Message);
        }
        mine.Pinned = place;
    }

    private Drawn Draw(Incident incident, House house, int nonce)
    {
        // That Slack itself could not be reached is no news to whoever reads it there.
        var elsewhere = waiting.Of(incident.Id).Where(promise => promise.Destination != SlackNames.Chat);
        return drawing.Of(IncidentCard.Full(incident, policies.Current, Everybody, house, [.. elsewhere]), nonce);
    }
}
