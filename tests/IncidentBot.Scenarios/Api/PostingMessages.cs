using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IncidentBot.Scenarios.Api;

public sealed class PostingMessages : ApiScenario
{
    [Test]
    public async Task A_message_is_201_with_its_entry_and_where_to_find_it()
    {
        var incident = await Client.DeclareAsync();
        using var answer = await Client.PostAsJsonAsync(new Uri($"/api/incidents/{incident}/messages", UriKind.Relative), new { by = "Ben", text = "looking" });
        var entry = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var (_, page) = await Client.ReadAsync(answer.Headers.Location!.ToString());

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(entry.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[] { "number", "recordedAt", "occurredAt", "by", "via", "kind", "sentence", "data", "hash", "redacted" }));
        Assert.That((entry.Text("by"), entry.Text("via"), entry.Text("kind"), entry.Text("sentence")), Is.EqualTo(("Ben", "api", "MessagePosted", "Ben said: looking")));
        Assert.That(page.GetProperty("entries")[0].ToString(), Is.EqualTo(entry.ToString()));
    }

    [Test]
    public async Task A_message_that_begins_with_DECISION_is_also_a_decision()
    {
        var incident = await Client.DeclareAsync();
        await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text = "DECISION: we roll back" });
        var (_, shown) = await Client.ReadAsync($"/api/incidents/{incident}");
        Assert.That(shown.GetProperty("decisions")[0].Text("brief"), Does.Contain("we roll back"));
    }

    [TestCase("INC-4711", "There is no INC-4711. Look at the list of incidents.")]
    [TestCase("kitchen", "“kitchen” is no incident's number; they look like INC-42.")]
    public async Task No_such_incident_is_404(string incident, string sentence)
    {
        var (status, problem) = await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text = "hello" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(problem.Text("detail"), Is.EqualTo(sentence));
    }

    [Test]
    public async Task A_private_incident_is_as_if_it_did_not_exist_for_those_outside()
    {
        var incident = (await Client.SayAsync("declare Keys were stolen --type security --private", by: "ana")).Text("incident")!;
        var (status, problem) = await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "otto", text = "hello" });
        var (_, list) = await Client.ReadAsync("/api/incidents?text=stolen&by=otto");
        var (_, own) = await Client.ReadAsync("/api/incidents?text=stolen&by=ana");

        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, $"There is no {incident}. Look at the list of incidents.")));
        Assert.That(list.GetProperty("incidents").GetArrayLength(), Is.Zero);
        Assert.That(own.GetProperty("incidents").GetArrayLength(), Is.EqualTo(1));
        foreach (var address in new[] { $"/api/incidents/{incident}", $"/api/incidents/{incident}/timeline" })
        {
            Assert.That((await Client.ReadAsync(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Client.ReadAsync(address + "?by=ana")).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [TestCase("", "The message is empty.")]
    [TestCase("  ", "The message is empty.")]
    public async Task An_empty_message_is_400(string text, string sentence)
    {
        var incident = await Client.DeclareAsync();
        var (status, problem) = await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text });
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
    }

    [Test]
    public async Task A_message_that_is_too_long_tells_the_limit()
    {
        var incident = await Client.DeclareAsync();
        var (status, problem) = await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text = new string('x', 8_001) });
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem.Text("detail"), Does.StartWith("The message has 8,001 characters; 8,000 are allowed."));
    }

    [Test]
    public async Task A_key_that_was_used_for_another_message_is_409()
    {
        var incident = await Client.DeclareAsync();
        await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text = "one", key = "k" });
        var (status, problem) = await Client.PostAsync($"/api/incidents/{incident}/messages", new { by = "ana", text = "two", key = "k" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(problem.Text("detail"), Is.EqualTo($"That key was used before for something else (on {incident}). Nothing was done; use a new key for a new line."));
    }
}
