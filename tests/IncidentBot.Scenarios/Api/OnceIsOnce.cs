namespace IncidentBot.Scenarios.Api;

public sealed class OnceIsOnce : ApiScenario
{
    [Test]
    public async Task The_same_line_a_hundred_times_with_one_key_has_one_effect()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Client.SayAsync("declare The queue is stuck", key: "once")));

        Assert.That(replies.Select(reply => reply.Text("incident")).Distinct().Count(), Is.EqualTo(1));
        Assert.That(replies.Select(reply => reply.Text("reply")).Distinct().Count(), Is.EqualTo(1));
        Assert.That(replies, Has.None.Matches<System.Text.Json.JsonElement>(reply => reply.GetProperty("refused").GetBoolean()));
        var (_, list) = await Client.ReadAsync("/api/incidents?text=queue");
        Assert.That(list.GetProperty("incidents").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_was_used_for_another_line_is_refused()
    {
        await Client.SayAsync("declare Mail is late", key: "mail");
        var reply = await Client.SayAsync("declare Mail is lost", key: "mail");
        Assert.That(reply.GetProperty("refused").GetBoolean(), Is.True);
        Assert.That(reply.Text("reply"), Does.StartWith("That key was used before for something else"));
    }

    [Test]
    public async Task Fifty_people_claim_the_commanders_role_and_one_gets_it()
    {
        var incident = await Client.DeclareAsync("Everybody wants to lead");
        var replies = await Task.WhenAll(Enumerable.Range(1, 50).Select(n => Client.SayAsync($"{incident} role claim commander", by: $"person {n}")));

        var (_, shown) = await Client.ReadAsync($"/api/incidents/{incident}");
        var holder = shown.Text("commander");
        var refused = replies.Where(reply => reply.GetProperty("refused").GetBoolean()).ToList();
        Assert.That(refused, Has.Count.EqualTo(49));
        Assert.That(refused.Select(reply => reply.Text("reply")), Is.All.Contains(holder!));
    }

    [Test]
    public async Task A_message_under_the_same_key_is_the_same_entry()
    {
        var incident = await Client.DeclareAsync("Said twice");
        var said = new { by = "ana", text = "restarting it", key = "m1" };
        var first = await Client.PostAsync($"/api/incidents/{incident}/messages", said);
        var again = await Client.PostAsync($"/api/incidents/{incident}/messages", said);

        Assert.That(again.Status, Is.EqualTo(System.Net.HttpStatusCode.Created));
        Assert.That(again.Json.ToString(), Is.EqualTo(first.Json.ToString()));
    }
}
