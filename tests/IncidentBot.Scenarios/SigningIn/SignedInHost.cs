using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Scenarios.SigningIn;

/// <summary>The real host where people sign in, and their provider. Admins are the group <c>leads</c>, readers the group <c>guests</c>.</summary>
public sealed class SignedInHost : IAsyncDisposable
{
    /// <summary>An admin.</summary>
    public static readonly Provided Boss = new("boss", "Bea Boss") { Groups = ["leads"], Email = "bea@example.com" };

    /// <summary>A responder.</summary>
    public static readonly Provided Ana = new("ana", "Ana Ruiz") { Groups = ["sre"], Email = "ana@example.com" };

    /// <summary>A reader.</summary>
    public static readonly Provided Gus = new("gus", "Gus Guest") { Groups = ["guests"] };

    private SignedInHost(FakeProvider provider, RunningHost host) => (Provider, Host) = (provider, host);

    /// <summary>The provider.</summary>
    public FakeProvider Provider { get; }

    /// <summary>The host.</summary>
    public RunningHost Host { get; }

    /// <summary>Starts both.</summary>
    /// <param name="more">Settings besides those of sign-in.</param>
    /// <param name="clock">A clock that stands until it is moved; null for the real one.</param>
    public static async Task<SignedInHost> StartAsync(IReadOnlyDictionary<string, string>? more = null, FakeTimeProvider? clock = null)
    {
        var provider = await FakeProvider.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["SignIn:Authority"] = provider.Authority, ["SignIn:ClientId"] = FakeProvider.ClientId, ["SignIn:ClientSecret"] = FakeProvider.ClientSecret,
            ["SignIn:Admins:0"] = "leads", ["SignIn:Readers:0"] = "guests", ["SignIn:PrivateAdmins:0"] = "leads",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>()) settings[name] = value;
        return new SignedInHost(provider, RunningHost.Start(settings, clock));
    }

    /// <summary>Somebody signs in and stands in the general room.</summary>
    public async Task<Visitor> EnterAsync(Provided somebody)
    {
        Provider.Somebody = somebody;
        var visitor = Visitor.Stranger(Host);
        var page = await visitor.PageAsync("/");
        Assert.That(page.QuerySelector(".me-name")?.TextContent, Does.StartWith(somebody.Name), page.Body?.TextContent);
        return visitor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
