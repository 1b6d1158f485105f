using System.Net;

namespace IncidentBot.Scenarios.Api;

public sealed class SayingLines : ApiScenario
{
    [Test]
    public async Task A_declaration_is_answered_with_its_incident_and_entry()
    {
        var reply = await Client.SayAsync("/incident declare Search is slow --severity sev2");

        Assert.That(reply.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[] { "reply", "incident", "entries", "refused" }));
        Assert.That(reply.Text("reply"), Does.EndWith("is declared: SEV2 “Search is slow”. Its room is open."));
        Assert.That(reply.Text("incident"), Does.StartWith("INC-"));
        Assert.That(reply.GetProperty("entries")[0].GetInt32(), Is.EqualTo(1));
        Assert.That(reply.GetProperty("refused").GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_room_spares_the_number()
    {
        var incident = await Client.DeclareAsync();
        var reply = await Client.SayAsync("note the database is full", room: incident);
        Assert.That(reply.Text("incident"), Is.EqualTo(incident));
        Assert.That(reply.GetProperty("entries").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refused_line_is_200_and_says_what_to_type()
    {
        var reply = await Client.SayAsync("declaer Search is slow");
        Assert.That(reply.GetProperty("refused").GetBoolean(), Is.True);
        Assert.That(reply.Text("reply"), Does.Contain("Did you mean declare"));
        Assert.That(reply.GetProperty("entries").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_line_that_lacks_something_is_refused_with_its_usage_where_people_get_a_form()
    {
        var reply = await Client.SayAsync("declare");
        Assert.That(reply.GetProperty("refused").GetBoolean(), Is.True);
        Assert.That(reply.Text("reply"), Does.Contain("something is missing. Type: declare [sev1…sev5] <title>"));
    }

    [Test]
    public async Task A_line_about_an_incident_that_does_not_exist_is_refused() =>
        Assert.That((await Client.SayAsync("INC-4711 info")).Text("reply"), Is.EqualTo("There is no INC-4711. Look at the list of incidents."));

    [Test]
    public async Task A_line_that_is_too_long_tells_the_limit() =>
        Assert.That((await Client.SayAsync("declare " + new string('x', 10_000))).Text("reply"), Does.StartWith("The line has 10,008 characters; 10,000 are allowed."));

    [Test]
    public async Task A_key_that_is_too_long_tells_the_limit() =>
        Assert.That((await Client.SayAsync("list", key: new string('k', 201))).Text("reply"), Is.EqualTo("The key has 201 characters; 200 are allowed."));

    [TestCase("""{"line":"list"}""", "“by” is missing; it is a text.")]
    [TestCase("""{"by":"ana"}""", "“line” is missing; it is a text.")]
    [TestCase("""{"line":"list","by":"ana","rom":"INC-1"}""", "There is no field “rom”; the fields are line, by, room and key.")]
    [TestCase("""{"line":7,"by":["ana"]}""", "“line” must be a text, not a number. “by” must be a text, not a list.")]
    [TestCase("""{"line":"list","by":"ana","room":"kitchen"}""", "“room” must be an incident's number like INC-42 or null, not “kitchen”.")]
    [TestCase("""{"line":"list","by":"?!"}""", "“by” must say who it is: a name with at least one letter or digit.")]
    [TestCase("""{"line":"list","by":"a\u0000b"}""", "The name in “by” holds a character that cannot be shown.")]
    [TestCase("""{"line":"\ud800","by":"ana"}""", "The body holds text that is not valid Unicode.")]
    [TestCase("""["list"]""", "The body must be a JSON object with line, by, room and key.")]
    [TestCase("{\n  \"line\": list", "The body cannot be read as JSON: something is wrong in line 2, at character 11.")]
    [TestCase("", "The body cannot be read as JSON: something is wrong in line 1, at character 1.")]
    public async Task Junk_is_400_and_everything_wrong_is_named(string body, string sentence)
    {
        var (status, problem) = await Client.PostTextAsync("/api/lines", body);
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem.Text("detail"), Is.EqualTo(sentence));
    }

    [Test]
    public async Task A_name_that_is_too_long_tells_the_limit()
    {
        var (_, problem) = await Client.PostAsync("/api/lines", new { line = "list", by = new string('a', 61) });
        Assert.That(problem.Text("detail"), Is.EqualTo("The name in “by” has 61 characters; 60 are allowed."));
    }
}
