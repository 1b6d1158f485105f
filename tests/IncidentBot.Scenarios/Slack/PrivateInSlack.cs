using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>A private incident is its members' alone, in Slack too.</summary>
public sealed class PrivateInSlack : SlackScenario
{
    private const string Title = "Stolen laptop of the CFO";

    private SlackRoom room = null!;

    [OneTimeSetUp]
    public async Task DeclareAsync() => room = await Stage.DeclareAsync(Title, "--type security");

    [Test]
    public async Task Its_channel_is_private_and_nobody_is_told_elsewhere()
    {
        Assert.That((bool?)(await Slack.ChannelAsync(room.Channel))["is_private"], Is.True);
        await room.JoinedAsync(Stage.Ana);
        await Stage.QuietAsync();
        var elsewhere = Slack.Calls.Where(call => call.Text("channel") is { } channel && channel != room.Channel);
        Assert.That(elsewhere.Select(call => call.Raw), Has.None.Contains("laptop"));
        Assert.That(await Slack.MessagesAsync(FakeSlack.Announcements), Has.None.Matches<SlackMessage>(message => message!.Words.Contains("laptop", StringComparison.Ordinal)));
    }

    [Test]
    public async Task To_a_stranger_it_does_not_exist()
    {
        Assert.That(await AnswerAsync($"{room.Incident}"), Is.EqualTo((await AnswerAsync("INC-777")).Replace("INC-777", $"{room.Incident}")));
        Assert.That(await AnswerAsync($"{room.Incident} join"), Is.EqualTo((await AnswerAsync("INC-777 join")).Replace("INC-777", $"{room.Incident}")));
        Assert.That(await AnswerAsync("list"), Does.Not.Contain("laptop"));
        await Stage.Ben.OpenHomeAsync();
        await Eventually.IsSoAsync(() => Stage.Ben.Home is not null, "the home is drawn");
        Assert.That(Stage.Ben.Home!.Words, Does.Not.Contain("laptop"));
    }

    [Test]
    public async Task A_member_is_let_in_and_taken_out_again()
    {
        await Stage.Ana.SlashAsync($"member add {Stage.Cleo.Mention}", room.Channel);
        await room.JoinedAsync(Stage.Cleo);
        await Stage.Cleo.SlashAsync($"{room.Incident}");
        await Eventually.IsSoAsync(() => Stage.Cleo.Whispers.Any(whisper => whisper.Words.Contains(Title, StringComparison.Ordinal)), "Cleo sees the card");
        await Stage.Ana.SlashAsync($"member remove {Stage.Cleo.Mention}", room.Channel);
        await Eventually.IsSoAsync(async () => !(await Slack.MembersAsync(room.Channel)).Contains(SlackPerson.Cleo), "Cleo is out of the channel");
    }

    private async Task<string> AnswerAsync(string line)
    {
        var before = Stage.Ben.Whispers.Count;
        await Stage.Ben.SlashAsync(line);
        await Eventually.IsSoAsync(() => Stage.Ben.Whispers.Count > before, $"“{line}” is answered");
        return $"{Stage.Ben.Whispers[^1].Text}\n{Stage.Ben.Whispers[^1].Words}";
    }
}
