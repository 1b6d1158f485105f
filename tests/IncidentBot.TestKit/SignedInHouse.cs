namespace IncidentBot.TestKit;

/// <summary>A desk in a house where people sign in: admins are the group <c>leads</c> and boss@example.com, readers the group <c>guests</c>.</summary>
public sealed class SignedInHouse
{
    /// <summary>The provider of every test.</summary>
    public const string Issuer = "https://login.example";

    /// <summary>Its rules.</summary>
    public static readonly AccessPolicy Access = new() { Admins = ["leads", "boss@example.com"], Readers = ["guests"], PrivateAdmins = ["leads"] };

    /// <summary>Nobody has come yet.</summary>
    public SignedInHouse(AccessPolicy? access = null) => At = new DeskFixture(DefaultPolicy.Create() with { Access = access ?? Access });

    /// <summary>The desk, its store and its clock.</summary>
    public DeskFixture At { get; }

    /// <summary>Somebody as the provider vouches for them.</summary>
    public static Newcomer Newcomer(string subject, string name, string? email = null, params IReadOnlyList<string> groups) =>
        new(Issuer, subject, new Profile(name, email, groups));

    /// <summary>Somebody comes in; a minute later.</summary>
    public async Task<(Session Session, Person Person)> EnterAsync(string name, params IReadOnlyList<string> groups)
    {
        At.Clock.Now += TimeSpan.FromMinutes(1);
        var admitted = (SignInAnswer.Admitted)await At.Desk.SignInAsync(Newcomer(name.ToLowerInvariant(), name, null, groups));
        return (admitted.Session, (await At.Desk.BearerAsync(admitted.Session))!);
    }

    /// <summary>The sentence with which somebody is turned away.</summary>
    public async Task<string> RefusalAsync(Newcomer who) => ((SignInAnswer.Refused)await At.Desk.SignInAsync(who)).Sentence;

    /// <summary>What happened in the house, in words.</summary>
    public async Task<string[]> ToldAsync() => [.. (await At.Store.ReadStreamAsync(0, 0, 500)).Select(StoredEvents.Read).Select(entry => entry.Sentence)];
}
