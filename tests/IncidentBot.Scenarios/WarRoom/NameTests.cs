using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class NameTests
{
    private RunningHost host = null!;

    [OneTimeSetUp]
    public void Start() => host = RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_first_visit_asks_for_a_name_and_leads_back_to_where_one_wanted_to_go()
    {
        using var stranger = Visitor.Stranger(host);

        var page = await stranger.PageAsync("/incidents?show=open");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Who are you?"));
            Assert.That(page.QuerySelector<IHtmlInputElement>("input[name=back]")!.Value, Is.EqualTo("/incidents?show=open"));
        }
    }

    [TestCase("//evil.example/")]
    [TestCase("https://evil.example/")]
    [TestCase("/\\evil.example")]
    [TestCase("/who")]
    public async Task The_way_back_never_leads_to_another_host(string back)
    {
        using var stranger = Visitor.Stranger(host);
        var page = await stranger.PageAsync("/who?back=" + Uri.EscapeDataString(back));
        Assert.That(page.QuerySelector<IHtmlInputElement>("input[name=back]")!.Value, Is.EqualTo("/"));
    }

    [Test]
    public async Task Whoever_has_said_a_name_is_known_in_the_general_room()
    {
        using var ana = await Visitor.EnterAsync(host, "Ana  Ruiz");

        var page = await ana.PageAsync("/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.QuerySelector(".me-name")!.TextContent, Is.EqualTo("Ana Ruiz"));
            Assert.That(page.QuerySelector("#log")!.TextContent, Does.Contain("Ana Ruiz joined"));
            Assert.That(page.QuerySelectorAll("#people option").Select(option => option.GetAttribute("value")), Does.Contain("@ana-ruiz"));
        }
    }

    [Test]
    public async Task Without_a_name_nothing_is_told_and_nothing_is_taken()
    {
        using var stranger = Visitor.Stranger(host);
        using var stream = await stranger.StreamAsync("/rooms/general/events?after=0");
        using var post = await stranger.PostBareAsync("/rooms/general/said", ("text", "hello"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stream.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(post.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    [TestCase("…", "at least one letter")]
    [TestCase("Ana with a name that goes on and on and on until it does not fit any more", "60 are allowed")]
    public async Task A_name_that_cannot_be_is_asked_for_again_with_the_reason(string name, string reason)
    {
        using var client = host.Client();
        using var question = await client.GetAsync("/who");
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await question.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/who")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["name"] = name,
                ["__RequestVerificationToken"] = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value,
            }),
        };
        request.Headers.Add("Cookie", question.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var answer = await client.SendAsync(request);

        var html = await answer.Content.ReadAsStringAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(html, Does.Contain(reason));
        }
    }
}
