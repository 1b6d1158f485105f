using System.Net;

namespace IncidentBot.Scenarios.Api;

public sealed class ReadingReviews : ApiScenario
{
    [TestCase("md", "text/markdown")]
    [TestCase("html", "text/html")]
    public async Task A_review_is_read_as_a_text(string extension, string mediaType)
    {
        var incident = await Client.DeclareAsync("Reviewed <b>");
        using var answer = await Client.GetAsync(new Uri($"/api/incidents/{incident}/review.{extension}", UriKind.Relative));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(mediaType));
            Assert.That(answer.Content.Headers.ContentDisposition!.FileName, Is.EqualTo($"{incident}-review.{extension}"));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Reviewed <b>"));
        }
    }

    [Test]
    public async Task A_review_is_read_as_JSON()
    {
        var incident = await Client.DeclareAsync("Reviewed");
        await Client.SayAsync($"{incident} review write well \"calm\nand quick\"");
        var (status, review) = await Client.ReadAsync($"/api/incidents/{incident}/review.json");
        var written = review.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("blocks").EnumerateArray())
            .Single(block => block.Text("kind") == "written" && block.Text("part") == "well");
        Assert.That((status, review.Text("state"), written.Text("markdown")), Is.EqualTo((HttpStatusCode.OK, "draft", "calm\nand quick")));
    }

    [TestCase("md")]
    [TestCase("html")]
    [TestCase("json")]
    public async Task A_private_one_is_for_members_alone(string extension)
    {
        var secret = await Client.DeclareAsync("Stolen laptop --type security", by: "ana");
        var (hidden, problem) = await Client.ReadAsync($"/api/incidents/{secret}/review.{extension}?by=otto");
        Assert.That((hidden, problem.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, $"There is no {secret}. Look at the list of incidents.")));
        using var mine = await Client.GetAsync(new Uri($"/api/incidents/{secret}/review.{extension}?by=ana", UriKind.Relative));
        Assert.That(mine.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("INC-4711", "There is no INC-4711. Look at the list of incidents.")]
    [TestCase("house", "“house” is no incident's number; they look like INC-42.")]
    public async Task What_is_not_there_is_404(string incident, string sentence)
    {
        var (status, problem) = await Client.ReadAsync($"/api/incidents/{incident}/review.json");
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.NotFound, sentence)));
    }

    [Test]
    public async Task An_unknown_question_is_told()
    {
        var incident = await Client.DeclareAsync();
        var (status, problem) = await Client.ReadAsync($"/api/incidents/{incident}/review.md?style=plain");
        Assert.That((status, problem.Text("detail")), Is.EqualTo((HttpStatusCode.BadRequest, "There is no “style” to ask by; there are by.")));
    }

    [Test]
    public async Task The_description_tells_what_a_review_is_made_of()
    {
        var (_, document) = await Client.ReadAsync("/openapi/v1.json");
        foreach (var extension in new[] { "md", "html", "json" })
            Assert.That(document.GetProperty("paths").GetProperty($"/api/incidents/{{incident}}/review.{extension}").GetProperty("get").Text("summary"), Is.Not.Empty);
        Assert.That(document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name), Does.Contain("ReviewDocumentView").And.Contain("SectionView"));
    }
}
