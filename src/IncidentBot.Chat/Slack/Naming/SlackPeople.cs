using IncidentBot.Chat.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>Who is who, by Slack's word first, by the house's second.</summary>
internal sealed partial class SlackPeople : ISlackPeople
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan While = TimeSpan.FromSeconds(5);

    private readonly IncidentDesk desk;
    private readonly ILogger<SlackPeople> logger;
    private readonly SlackMemory<SlackSelf> self;
    private readonly SlackMemory<SlackUser> users;
    private readonly SlackMemory<SlackUser> addresses;
    private readonly SlackMemory<SlackChannel> channels;
    private readonly SlackMemory<IReadOnlyList<SlackGroup>> groups;
    private volatile string? noted;

    public SlackPeople(ISlack slack, IncidentDesk desk, TimeProvider clock, ILogger<SlackPeople> logger)
    {
        (this.desk, this.logger) = (desk, logger);
        self = new(Moment, async _ => await slack.SelfAsync(), clock, logger);
        users = new(Moment, async user => await MeetAsync(await slack.UserAsync(user)), clock, logger);
        addresses = new(While, async address => await slack.UserByEmailAsync(address), clock, logger);
        channels = new(Moment, async channel => await slack.ChannelAsync(channel), clock, logger);
        groups = new(Moment, async _ => await slack.GroupsAsync(), clock, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Person> PersonAsync(string user, CancellationToken cancellation = default)
    {
        var id = SlackNames.Person(await TeamAsync(cancellation), user);
        return await users.FindAsync(user, cancellation) is { } named ? new Person(id, named.Name) : await FromHouseAsync(id, user, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<Person> BotAsync(string botId, string? name, CancellationToken cancellation = default)
    {
        var id = SlackNames.Person(await TeamAsync(cancellation), botId);
        return string.IsNullOrWhiteSpace(name) ? await FromHouseAsync(id, botId, cancellation) : new Person(id, Words.Brief(name, Limits.Name));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Person>> GroupAsync(string group, CancellationToken cancellation = default)
    {
        var found = (await groups.FindAsync("", cancellation))?.FirstOrDefault(known => known.Id == group);
        return found is null ? [] : await Task.WhenAll(found.Users.Select(user => PersonAsync(user, cancellation).AsTask()));
    }

    /// <inheritdoc/>
    public async ValueTask<string?> UserAsync(Person person, CancellationToken cancellation = default)
    {
        var house = await HouseAsync(cancellation);
        var ids = house.Identities.Of(person.Id).Union(person.AlsoKnownAs).OrderBy(id => id != person.Id).ThenBy(id => id.Value, StringComparer.Ordinal).ToList();
        if (ids.Select(SlackNames.UserOf).FirstOrDefault(user => user is not null) is { } user) return user;
        foreach (var address in ids.Select(id => house.Room.People.Accounts.Find(id)?.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            if (await addresses.FindAsync(address.ToLowerInvariant(), cancellation) is { IsBot: false, IsDeactivated: false, IsEmailConfirmed: true } found) return found.Id;
        return null;
    }

    /// <inheritdoc/>
    public void NoteTeam(string team) => noted = team;

    private async Task<SlackUser?> MeetAsync(SlackUser? user)
    {
        if (user is not { IsBot: false, IsDeactivated: false, IsEmailConfirmed: true, Email: { } address }) return user;
        try
        {
            await desk.MeetAsync(new Person(SlackNames.Person(await TeamAsync(CancellationToken.None), user.Id), user.Name), address);
        }
        catch (Exception fault)
        {
            Log.NotMet(logger, fault);
        }
        return user;
    }

    private async ValueTask<string> TeamAsync(CancellationToken cancellation) =>
        (await self.FindAsync("", cancellation))?.Team ?? noted ?? await TeamOfHouseAsync(cancellation);

    // Whoever was met before was met in the same workspace.
    private async ValueTask<string> TeamOfHouseAsync(CancellationToken cancellation)
    {
        var house = await HouseAsync(cancellation);
        var known = house.Open.Prepend(house.Room).SelectMany(incident => incident.Responders.Keys).Concat(house.Room.People.Identities.Linked.Keys);
        return known.Where(id => id.Platform == SlackNames.Via).Select(id => id.Handle.Split('/')[0]).FirstOrDefault() ?? "";
    }

    private async ValueTask<Person> FromHouseAsync(PersonId id, string otherwise, CancellationToken cancellation)
    {
        var house = await HouseAsync(cancellation);
        var met = house.Open.Prepend(house.Room).Select(incident => incident.Responders.GetValueOrDefault(id)?.Name);
        var linked = house.Room.People.Identities.Of(id).Select(other => house.Room.People.Accounts.Find(other)?.Name);
        return new Person(id, met.Concat(linked).FirstOrDefault(name => name is not null) ?? otherwise);
    }

    private async ValueTask<House> HouseAsync(CancellationToken cancellation)
    {
        try
        {
            return await desk.HouseAsync(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotKnown(logger, fault);
            return House.Empty;
        }
    }
}
