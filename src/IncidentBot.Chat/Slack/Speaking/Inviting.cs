using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Lets people into incidents' channels, and takes them out.</summary>
internal sealed class Inviting(ISlack slack, ISlackPeople people, IncidentDesk desk, Discretion discretion, SlackDeeds deeds)
{
    /// <summary>Invites one person; answers why that could not be, as the end of a sentence, or null. Who came by another way and has no account in Slack is at home there.</summary>
    public async ValueTask<string?> InviteAsync(Incident incident, Person person, CancellationToken cancellation)
    {
        if (!await discretion.MaySpeakAsync(incident, cancellation) || await people.UserAsync(person, cancellation) is not { } user) return null;
        var failures = await deeds.InRoomAsync(() => slack.InviteAsync(ChannelOf(incident), [user], cancellation));
        return failures.Count == 0 ? null : InviteReasons.Of(failures[0].Error);
    }

    /// <summary>Invites everybody who takes part to a channel that takes the place of an earlier one; answers with who could not be invited.</summary>
    public async ValueTask<IReadOnlyList<RoomInviteFailed>> InviteAllAsync(Incident incident, string channel, CancellationToken cancellation)
    {
        var users = new Dictionary<string, Person>();
        foreach (var person in await EverybodyAsync(incident, cancellation))
            if (await people.UserAsync(person, cancellation) is { } user) users.TryAdd(user, person);
        if (users.Count == 0) return [];
        var failures = await deeds.InRoomAsync(() => slack.InviteAsync(channel, [.. users.Keys], cancellation));
        return [.. failures.Where(failure => users.ContainsKey(failure.User)).Select(failure => new RoomInviteFailed(SlackNames.Chat, users[failure.User], InviteReasons.Of(failure.Error)))];
    }

    /// <summary>Takes somebody out, under whichever account they are in.</summary>
    public async ValueTask RemoveAsync(Incident incident, Person person, CancellationToken cancellation)
    {
        if (await people.UserAsync(person, cancellation) is { } user) await deeds.InRoomAsync(() => slack.RemoveAsync(ChannelOf(incident), user, cancellation));
    }

    private async ValueTask<IEnumerable<Person>> EverybodyAsync(Incident incident, CancellationToken cancellation) => incident.IsPrivate
        ? Member.Of(incident, await desk.HouseAsync(cancellation)).Select(member => new Person(member.Identities[0], member.Name))
        : incident.Responders.Values;

    private static string ChannelOf(Incident incident) => SlackNames.ChannelOf(incident.Rooms[SlackNames.Chat])!;
}
