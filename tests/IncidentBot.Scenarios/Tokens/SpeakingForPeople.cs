using System.Net;
using IncidentBot.Scenarios.Api;

namespace IncidentBot.Scenarios.Tokens;

public sealed class SpeakingForPeople
{
    private RunningHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = ClosedHouse.Start();
        await host.AdmitAsync("sso:ana", "Ana Ruiz");
        await host.AdmitAsync("sso:ada", "Ada", isAdmin: true);
        await host.SayAsync("declare Checkout is down");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [TestCase("ana")]
    [TestCase("@Ana")]
    public async Task It_speaks_for_whom_it_may_and_they_are_who_they_are(string by)
    {
        using var client = host.Client(await host.TokenAsync($"for-ana{by.Length} --scope lines,read --speaks-for @ana"));
        var (status, message) = await client.PostAsync("/api/incidents/INC-1/messages", new { text = "hello", by });
        Assert.That((status, message.Text("by"), message.Text("via")), Is.EqualTo((HttpStatusCode.Created, "Ana Ruiz", "api")));
        await client.SayAsync("declare Lost key --private", by);
        Assert.That((await client.ReadAsync("/api/incidents?text=lost&by=ana")).Json.GetProperty("incidents").GetArrayLength(), Is.Positive);
        Assert.That((await client.ReadAsync("/api/incidents?text=lost")).Json.GetProperty("incidents").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task For_others_it_may_not_and_says_for_whom_it_may()
    {
        using var one = host.Client(await host.TokenAsync("one --scope lines,read"));
        using var two = host.Client(await host.TokenAsync("two --scope lines,read --speaks-for @ana,@ben"));
        const string Ask = "Leave “by” out, or ask an admin of IncidentBot for a token that may.";
        Assert.That(await SayAsync(one, "ana"), Is.EqualTo((HttpStatusCode.Forbidden, $"The token one may not speak for “ana”: it speaks for itself alone. {Ask}")));
        Assert.That(await SayAsync(two, "ada"), Is.EqualTo((HttpStatusCode.Forbidden, $"The token two may not speak for “ada”: it speaks for @ana and @ben. {Ask}")));
        Assert.That(await SayAsync(two, "zoe"), Is.EqualTo((HttpStatusCode.Forbidden, $"The token two may not speak for “zoe”: it speaks for @ana and @ben. {Ask}")), "whether there is a Zoe is not told");
        Assert.That((await one.ReadAsync("/api/incidents?by=ana")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await one.PostAsync("/api/incidents/INC-1/messages", new { text = "x", by = "ana" })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Nobody_is_made_up()
    {
        using var client = host.Client(await host.TokenAsync("all --scope lines,read --speaks-for *"));
        const string Nobody = "Nobody here is called “zoe”. A token speaks for people who have signed in or taken part; leave “by” out and it speaks for itself.";
        Assert.That(await SayAsync(client, "zoe"), Is.EqualTo((HttpStatusCode.BadRequest, Nobody)));
        Assert.That((await client.ReadAsync("/api/incidents?by=zoe")).Json.Text("detail"), Is.EqualTo(Nobody));
        Assert.That((await SayAsync(client, "!!")).Sentence, Is.EqualTo("“by” must say who it is: a name with at least one letter or digit."));
        Assert.That((await SayAsync(client, new string('x', 61))).Sentence, Is.EqualTo("The name in “by” has 61 characters; 60 are allowed."));
    }

    [Test]
    public async Task Who_speaks_for_an_admin_is_none()
    {
        using var client = host.Client(await host.TokenAsync("for-ada --scope lines,read --speaks-for @ada"));
        Assert.That((await client.SayAsync("token make mine --scope admin", "ada")).Text("reply"), Does.StartWith("That is for admins of IncidentBot."));
        using var admin = host.Client(await host.TokenAsync("chief --scope admin --speaks-for @ada,@ana"));
        Assert.That((await admin.SayAsync("token make theirs --scope read", "ada")).GetProperty("refused").GetBoolean(), Is.False);
        Assert.That((await admin.ReadAsync("/api/audit?by=ana")).Json.Text("detail"), Is.EqualTo("The audit is for admins of IncidentBot. Ask one of them."));
        Assert.That((await admin.ReadAsync("/api/audit?by=ada")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_sign_in_a_name_may_still_be_said_but_a_token_that_is_given_counts()
    {
        await using var open = RunningHost.Start();
        using var nobody = open.Client();
        await nobody.DeclareAsync(by: "ana");
        using var bot = open.Client(await open.TokenAsync("bot --scope lines"));
        Assert.That((await bot.SayAsync("INC-1 note x", by: "bot")).Text("reply"), Is.EqualTo("bot noted: x."));
        Assert.That((await SayAsync(bot, "ana")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await bot.ReadAsync("/api/incidents")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        bot.DefaultRequestHeaders.Authorization = new("Bearer", "ib_wrong_wrong");
        Assert.That((await SayAsync(bot, "ana")).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "a wrong one is never passed over");
        using var ana = open.Client(await open.TokenAsync("anas --scope lines --speaks-for @ana"));
        Assert.That((await ana.SayAsync("INC-1 note y", "ana")).Text("reply"), Is.EqualTo("ana noted: y."));
    }

    private static async Task<(HttpStatusCode Status, string? Sentence)> SayAsync(HttpClient client, string by)
    {
        var (status, json) = await client.PostAsync("/api/lines", new { line = "INC-1 note x", by });
        return (status, status == HttpStatusCode.OK ? json.Text("reply") : json.Text("detail"));
    }
}
