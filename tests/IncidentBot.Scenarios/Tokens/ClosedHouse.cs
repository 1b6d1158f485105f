using IncidentBot.Ports;
using IncidentBot.Web.WarRoom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.Tokens;

/// <summary>Houses where people sign in, as far as the desk knows: who is admitted has an account, and programs need tokens.</summary>
public static class ClosedHouse
{
    private static readonly Person Root = new(new PersonId("cli:root"), "root");

    /// <summary>The name of the admins' group.</summary>
    public const string Admins = "admins";

    /// <summary>A host whose house is closed.</summary>
    public static RunningHost Start(FakeTimeProvider? clock = null, Action<IServiceCollection>? services = null) => RunningHost.Start(clock: clock, services: collection =>
    {
        collection.AddSingleton(new PolicyBook(DefaultPolicy.Create() with { Access = new AccessPolicy { Admins = [Admins] }, Chats = [WarRoomChat.ChatName] }));
        services?.Invoke(collection);
    });

    /// <summary>The machine's operator says a line; it must not be refused.</summary>
    public static async Task<Reply> SayAsync(this RunningHost host, string line)
    {
        var reply = await host.Services.GetRequiredService<IncidentDesk>().HearAsync(new Heard(line, Root, "cli", IncidentId.House));
        Assert.That(reply.Refused, Is.False, reply.Text);
        return reply;
    }

    /// <summary>A new token: <c>deploy-bot --scope read</c>.</summary>
    public static async Task<MintedToken> TokenAsync(this RunningHost host, string options) => (await host.SayAsync("token make " + options)).Token!;

    /// <summary>A client that carries a token.</summary>
    public static HttpClient Client(this RunningHost host, MintedToken token)
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Text);
        return client;
    }

    /// <summary>Gives somebody an account: they are a responder, or an admin.</summary>
    public static async Task AdmitAsync(this RunningHost host, string id, string name, bool isAdmin = false)
    {
        var account = new Account(new PersonId(id), name, "https://provider.example", id) { Groups = isAdmin ? [Admins] : [] };
        var (shelf, desk) = (host.Services.GetRequiredService<Shelf>(), host.Services.GetRequiredService<IncidentDesk>());
        do
        {
            var house = await shelf.GetAsync(IncidentId.House, default);
            // The account is folded in the place of an entry that says nothing; another one makes sure that no slower reader folds it away.
            await shelf.TakeInAsync([new Recorded(house.Id, house.Number + 1, 0, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Root, "test", "", new Admitted(account), [], EntryHash.Zero, EntryHash.Zero)], default);
            for (var said = 0; said < 2; said++) await desk.RecordAsync(IncidentId.House, [new RoomOpened("test", "/")], Person.Bot, "test", key: null);
        }
        while ((await desk.HouseAsync()).Room.People.Accounts.Find(account.Id) is null);
    }

    private sealed record Admitted(Account Account) : IncidentEvent
    {
        public override string Sentence => "was admitted";

        public override Prominence Prominence => Prominence.Housekeeping;

        public override Incident ApplyTo(Incident incident, Recorded entry) => incident with { People = incident.People with { Accounts = incident.People.Accounts.With(Account) } };
    }
}
