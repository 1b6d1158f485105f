using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>Addresses that come from outside: answers go, and files come, from Slack's own hosts alone.</summary>
internal sealed class AnsweringThroughAddresses : SlackOnLoopback
{
    private Uri Address => new(Far.Address, "/secret/1");

    [Test]
    public async Task An_answer_goes_without_a_token()
    {
        Far.Next("/secret/1", "ok");
        await Slack.RespondAsync(Address, new SlackResponse(Hello, ToAll: true, ReplaceOriginal: true));
        var call = Far.CallsOf("/secret/1").Single();
        Assert.Multiple(() =>
        {
            Assert.That((call.Verb, call.Authorization, call.ContentType), Is.EqualTo(("POST", "", "application/json; charset=utf-8")));
            Assert.That((call["text"], call["response_type"], call.Json.GetProperty("replace_original").GetBoolean(), call["blocks"] is null), Is.EqualTo(("Hello.", "in_channel", true, false)));
        });
        await Slack.RespondAsync(Address, new SlackResponse(Hello));
        Assert.That(Far.CallsOf("/secret/1")[1]["response_type"], Is.EqualTo("ephemeral"));
    }

    [Test]
    public async Task It_is_tried_again_on_a_wait_alone()
    {
        Far.Next("/secret/1", "", status: 429, retryAfter: "1").Next("/secret/1", "ok");
        await InTimeAsync(Slack.RespondAsync(Address, new SlackResponse(Hello)));
        Assert.That(Far.CallsOf("/secret/1"), Has.Count.EqualTo(2));
        Far.Next("/secret/1", "", status: 429, retryAfter: "20");
        Assert.That((await ThrownAsync<SlackBusyException>(async () => await Slack.RespondAsync(Address, new SlackResponse(Hello)))).Wait, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Far.Next("/secret/1", "", status: 500).Break("/secret/1");
        await ThrownAsync<SlackAwayException>(async () => await Slack.RespondAsync(Address, new SlackResponse(Hello)));
        await ThrownAsync<SlackAwayException>(async () => await Slack.RespondAsync(Address, new SlackResponse(Hello)));
        Assert.That(Far.CallsOf("/secret/1"), Has.Count.EqualTo(5));
    }

    [TestCase(404, """{"ok":false,"error":"used_url"}""", "used_url")]
    [TestCase(404, "expired_url", "expired_url")]
    [TestCase(404, "<html>Not found</html>", "used_url")]
    public async Task An_address_that_is_used_up_is_told(int status, string body, string code)
    {
        Far.Next("/secret/1", body, status);
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.RespondAsync(Address, new SlackResponse(Hello)));
        Assert.That((fault.Code, fault.Message), Is.EqualTo((code, $"Slack takes no more answers to this: five are possible, within 30 minutes. Say the line again. (response_url: {code})")));
    }

    [TestCase(200, """{"ok":false,"error":"invalid_blocks"}""")]
    [TestCase(400, "invalid_blocks")]
    public async Task What_is_drawn_wrong_goes_in_plain_words(int status, string body)
    {
        Far.Next("/secret/1", body, status).Next("/secret/1", """{"ok":true}""");
        await Slack.RespondAsync(Address, new SlackResponse(Hello));
        Assert.That(Far.CallsOf("/secret/1").Select(call => call["blocks"] is null), Is.EqualTo([false, true]));
    }

    [TestCase("https://hooks.slack.com/commands/T1/2/x", true)]
    [TestCase("https://hooks.slack-gov.com/actions/T1/2/x", true)]
    [TestCase("http://hooks.slack.com/commands/T1/2/x", false)]
    [TestCase("https://hooks.slack.com:8443/commands", false)]
    [TestCase("https://hooks.slack.com.evil.example/commands", false)]
    [TestCase("https://evil.example/hooks.slack.com", false)]
    [TestCase("https://hooks.slack.com@evil.example/", false)]
    [TestCase("https://me@hooks.slack.com/", false)]
    [TestCase("https://slack.com/", false)]
    [TestCase("http://127.0.0.1:7/secret/1", true, Description = "the host of Slack:ApiUrl")]
    [TestCase("http://169.254.169.254/latest/meta-data", false)]
    [TestCase("https://127.0.0.1/", false)]
    public void Answers_go_to_Slacks_hosts_alone(string address, bool allowed) => Assert.That(new SlackHosts(Options).TakesAnswers(new Uri(address)), Is.EqualTo(allowed));

    [TestCase("https://files.slack.com/files-pri/T1-F1/a.png", true)]
    [TestCase("https://slack.com/a", true)]
    [TestCase("https://a.slack-edge.com/a", true)]
    [TestCase("https://slack-files.com/a", true)]
    [TestCase("https://files.slack-gov.com/a", true)]
    [TestCase("https://notslack.com/a", false)]
    [TestCase("https://drive.example.com/a", false)]
    [TestCase("http://files.slack.com/a", false)]
    [TestCase("http://127.0.0.1:7/files/a", true)]
    public void The_token_goes_to_Slacks_hosts_alone(string address, bool allowed) => Assert.That(new SlackHosts(Options).KeepsFiles(new Uri(address)), Is.EqualTo(allowed));

    [Test]
    public async Task A_foreign_address_is_not_written_to_nor_read()
    {
        var answer = await ThrownAsync<SlackFaultException>(async () => await Slack.RespondAsync(new Uri("https://evil.example/"), new SlackResponse(Hello)));
        var file = await ThrownAsync<SlackFaultException>(async () => await Slack.DownloadAsync(new Uri("https://evil.example/")));
        Assert.That((answer.Message, file.Message), Is.EqualTo(("The address for answers is not Slack's. Nothing was sent.", "The file does not lie with Slack, so the bot does not fetch it: its token would go there.")));
    }

    [Test]
    public async Task A_file_is_fetched_with_the_bots_token()
    {
        Far.Next("/files/a.txt", "its words");
        await using var content = await Slack.DownloadAsync(new Uri(Far.Address, "/files/a.txt"));
        Assert.That(await new StreamReader(content).ReadToEndAsync(), Is.EqualTo("its words"));
        Assert.That((Far.CallsOf("/files/a.txt").Single().Verb, Far.CallsOf("/files/a.txt").Single().Authorization), Is.EqualTo(("GET", "Bearer xoxb-bot")));
    }

    [Test]
    public async Task A_file_may_have_moved_within_Slack_but_not_out_of_it()
    {
        Far.Next("/files/a", Redirect("/files/b")).Next("/files/b", "its words").Next("/files/c", Redirect("https://evil.example/steal"));
        await using var content = await Slack.DownloadAsync(new Uri(Far.Address, "/files/a"));
        Assert.That(await new StreamReader(content).ReadToEndAsync(), Is.EqualTo("its words"));
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.DownloadAsync(new Uri(Far.Address, "/files/c")))).Code, Is.EqualTo("foreign_host"));
        for (var time = 0; time < 4; time++) Far.Next("/files/round", Redirect("/files/round"));
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.DownloadAsync(new Uri(Far.Address, "/files/round")))).Code, Is.EqualTo("not_visible"));
    }

    [Test]
    public async Task A_sign_in_page_is_not_the_file()
    {
        Far.Next("/files/a.png", "<html>Sign in</html>").Next("/files/page.html", "<html>a page</html>");
        var fault = await ThrownAsync<SlackFaultException>(async () => await Slack.DownloadAsync(new Uri(Far.Address, "/files/a.png")));
        Assert.That(fault.Message, Is.EqualTo("Slack does not show the file to the bot. It needs the scope files:read: add it under OAuth & Permissions, then Reinstall to Workspace."));
        await using var page = await Slack.DownloadAsync(new Uri(Far.Address, "/files/page.html"));
        Assert.That(await new StreamReader(page).ReadToEndAsync(), Is.EqualTo("<html>a page</html>"));
    }

    [Test]
    public async Task A_file_that_is_gone_or_not_given_now_is_told()
    {
        Far.Next("/files/a", "", status: 404).Next("/files/a", "", status: 503).Next("/files/a", "", status: 429, retryAfter: "9");
        var address = new Uri(Far.Address, "/files/a");
        Assert.That((await ThrownAsync<SlackFaultException>(async () => await Slack.DownloadAsync(address))).Message, Is.EqualTo("Slack has no such file any more."));
        Assert.That((await ThrownAsync<SlackAwayException>(async () => await Slack.DownloadAsync(address))).Message, Is.EqualTo("Slack did not give the file (HTTP status 503)."));
        Assert.That((await ThrownAsync<SlackBusyException>(async () => await Slack.DownloadAsync(address))).Wait, Is.EqualTo(TimeSpan.FromSeconds(9)));
    }

    [Test]
    public async Task A_file_that_breaks_off_is_told_as_such()
    {
        var begun = new TaskCompletionSource();
        Far.Next("/files/a", async (_, http) =>
        {
            http.Response.ContentLength = 1_000;
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            await begun.Task;
            http.Abort();
        });
        await using var content = await Slack.DownloadAsync(new Uri(Far.Address, "/files/a"));
        begun.SetResult();
        Assert.That((await ThrownAsync<SlackAwayException>(() => content.CopyToAsync(Stream.Null))).Message, Is.EqualTo("The connection to Slack broke before the file had come whole."));
    }

    private static Func<Asked, Microsoft.AspNetCore.Http.HttpContext, Task> Redirect(string to) => (_, http) =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    };
}
