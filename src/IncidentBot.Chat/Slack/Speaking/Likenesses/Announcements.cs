using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>Announces incidents where everybody reads, and keeps what is said there like the incident; what turns private is said there no more.</summary>
internal sealed class Announcements(ISlack slack, SlackDrawing drawing, PolicyBook policies, GeneralChannel general, LastDrawn last, SlackDeeds deeds)
{
    /// <summary>What the announcement is called among what stands of an incident.</summary>
    public const string Card = "announcement";

    private static readonly IReadOnlyList<IncidentEvent> Nothing = [];

    /// <summary>Announces it, once.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        if (incident.IsPrivate || IdentityOf(incident) is not null || await general.FindAsync(cancellation) is not { } channel) return Nothing;
        var team = (await deeds.DoAsync(() => slack.SelfAsync(cancellation))).Team;
        var drawn = Draw(incident);
        var post = new SlackPost(channel, drawn, attempt.Key) { MayBeThere = attempt.MayBeDone, Since = attempt.PromisedAt };
        var place = await deeds.DoAsync(() => slack.PostAsync(post, cancellation));
        if (!attempt.MayBeDone) last.Of(incident.Id).Announcement = Digest.Of(drawn);
        return [new CardPlaced(SlackNames.Chat, Card, SlackNames.Message(team, place.Channel, place.Ts))];
    }

    /// <summary>Draws the announcement anew, or takes it away.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> RedrawAsync(Incident incident, CancellationToken cancellation)
    {
        if (SlackNames.PlaceOf(IdentityOf(incident)) is not { } place) return Nothing;
        if (incident.IsPrivate) await deeds.DoAsync(() => DoneAsync(slack.DeleteAsync(place, cancellation)));
        else if (await UpToDateAsync(incident, place, cancellation)) return Nothing;
        last.Of(incident.Id).Announcement = null;
        return [new CardRemoved(SlackNames.Chat, Card)];
    }

    // False when it is gone.
    private async ValueTask<bool> UpToDateAsync(Incident incident, SlackPlace place, CancellationToken cancellation)
    {
        var (drawn, digest) = (Draw(incident), Digest.Of(Draw(incident with { LastNews = incident.LastTurn })));
        var mine = last.Of(incident.Id);
        if (mine.Announcement == digest) return true;
        var isThere = await deeds.DoAsync(async () =>
        {
            try
            {
                await slack.UpdateAsync(place, drawn, cancellation);
                return true;
            }
            catch (SlackFaultException fault) when (fault.Code is "message_not_found" or "channel_not_found" or "is_archived")
            {
                return false;
            }
        });
        mine.Announcement = digest;
        return isThere;
    }

    private Drawn Draw(Incident incident) => drawing.Announcement(incident, policies.Current);

    private static string? IdentityOf(Incident incident) => incident.Cards.GetValueOrDefault(CardPlaced.CardKey(SlackNames.Chat, Card));

    private static async ValueTask<bool> DoneAsync(ValueTask deed)
    {
        await deed;
        return true;
    }
}
