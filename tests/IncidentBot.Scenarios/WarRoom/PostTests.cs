using System.Net;

namespace IncidentBot.Scenarios.WarRoom;

internal sealed class PostTests
{
    private RunningHost host = null!;
    private Visitor ana = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = RunningHost.Start();
        ana = await Visitor.EnterAsync(host, "Ana");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        ana.Dispose();
        await host.DisposeAsync();
    }

    [Test]
    public async Task Declaring_leads_to_the_new_room_which_shows_the_card()
    {
        var answer = await ana.SayAsync("general", "/incident declare sev2 Checkout is down");
        var room = await ana.PageAsync(answer.Redirect!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("done"));
            Assert.That(room.QuerySelector("h1")!.TextContent, Does.Contain("Checkout is down"));
            Assert.That(room.QuerySelector("#card")!.TextContent, Does.Contain("SEV2").And.Contain("Take command"));
        }
    }

    [Test]
    public async Task The_same_press_twice_is_one_effect()
    {
        var incident = await ana.DeclareAsync("Pressed twice");
        await ana.PressAsync(incident, $"{incident} note \"looked at the graphs\"", key: "press-1");
        var again = await ana.PressAsync(incident, $"{incident} note \"looked at the graphs\"", key: "press-1");

        var room = await ana.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Outcome, Is.EqualTo("done"));
            Assert.That(room.QuerySelectorAll("#log li").Count(entry => entry.TextContent.Contains("looked at the graphs", StringComparison.Ordinal)), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_message_that_is_sent_again_under_its_key_is_one_message()
    {
        var incident = await ana.DeclareAsync("Sent twice");
        for (var attempt = 0; attempt < 3; attempt++) await ana.SayAsync(incident, "are you there?", key: "draft-1");
        var room = await ana.PageAsync($"/rooms/{incident}");
        Assert.That(room.QuerySelectorAll("#log li.said"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_control_has_a_key_of_its_own_at_every_drawing()
    {
        var incident = await ana.DeclareAsync("Keys");
        async Task<string> KeyAsync() => (await ana.PageAsync($"/rooms/{incident}")).QuerySelector("#card button[hx-post]")!.GetAttribute("hx-vals")!;
        var (first, second) = (await KeyAsync(), await KeyAsync());
        Assert.That(first, Does.Contain("\"key\":").And.Not.EqualTo(second));
    }

    [Test]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        using var answer = await ana.PostBareAsync("/rooms/general/lines", ("line", "declare forged"));
        var incidents = await ana.PageAsync("/incidents?text=forged");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(incidents.QuerySelector("#list")!.TextContent, Does.Contain("No incident matches"));
        }
    }

    [Test]
    public async Task A_refused_line_says_why_and_offers_what_helps()
    {
        var incident = await ana.DeclareAsync("Refused");
        var answer = await ana.SayAsync(incident, "/incident resolve because");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("refused"));
            Assert.That(answer.Html, Does.Contain("hx-target=\"#notice\""));
            Assert.That(answer.Html, Does.Contain($"{incident} triage"));
        }
    }

    [Test]
    public async Task A_line_with_blanks_opens_a_form_and_the_form_completes_it()
    {
        var asked = await ana.PressAsync("general", "declare");
        var declared = await ana.PostAsync("/rooms/general/lines",
            ("line", "declare"), ("key", "form-1"), ("filled", "1"), ("word:title", "From a \"form\""), ("option:severity", "sev4"), ("option:service", ""));
        var room = await ana.PageAsync(declared.Redirect!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Outcome, Is.EqualTo("form"));
            Assert.That(asked.Html, Does.Contain("hx-target=\"#modal\"").And.Contain("name=\"word:title\""));
            Assert.That(room.QuerySelector("h1")!.TextContent, Does.Contain("From a \"form\""));
            Assert.That(room.QuerySelector("#card")!.TextContent, Does.Contain("SEV4"));
        }
    }

    [Test]
    public async Task A_refused_form_stays_as_it_was_typed_and_says_why()
    {
        var answer = await ana.PostAsync("/rooms/general/lines", ("line", "declare"), ("filled", "1"), ("word:title", new string('x', 200)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("refused"));
            Assert.That(answer.Html, Does.Contain("hx-target=\"#form-fault\"").And.Contain("150 are allowed"));
            Assert.That(answer.Html, Does.Not.Contain("#modal"));
        }
    }

    [Test]
    public async Task Picking_a_person_says_the_line_with_their_mention()
    {
        var incident = await ana.DeclareAsync("Somebody must lead");
        using var ben = await Visitor.EnterAsync(host, "Ben Okafor");
        var answer = await ana.PostAsync($"/rooms/{incident}/lines", ("line", $"{incident} role assign commander {{person}}"), ("person", "@ben-okafor"));
        var room = await ana.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("done"));
            Assert.That(room.QuerySelector("#card")!.TextContent, Does.Contain("Ben Okafor"));
        }
    }

    [Test]
    public async Task An_answer_to_a_question_is_for_the_asker_alone()
    {
        var incident = await ana.DeclareAsync("Asked");
        var answer = await ana.SayAsync(incident, "/incident catchup");
        var room = await ana.PageAsync($"/rooms/{incident}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Outcome, Is.EqualTo("answer"));
            Assert.That(answer.Html, Does.Contain("Only you see this"));
            Assert.That(room.QuerySelector("#log")!.TextContent, Does.Not.Contain("catchup"));
        }
    }

    [Test]
    public async Task A_slash_that_is_no_command_is_a_message_with_a_hint_beside_it()
    {
        var incident = await ana.DeclareAsync("Slash");
        var hint = await ana.SayAsync(incident, "/impact everybody");
        var path = await ana.SayAsync(incident, "/var/log is full");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hint.Html, Does.Contain("Did you mean /incident impact?"));
            Assert.That(path.Html, Does.Not.Contain("Did you mean"));
        }
    }
}
