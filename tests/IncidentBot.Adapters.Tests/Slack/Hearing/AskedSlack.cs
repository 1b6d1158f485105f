using System.Collections.Concurrent;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using Moq;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Something that the bot asked of Slack.</summary>
/// <param name="Method">What.</param>
/// <param name="To">The channel, user, view, trigger or address.</param>
/// <param name="Words">All that people would read of it, blocks as JSON.</param>
internal sealed record AskedOf(string Method, string To, string Words)
{
    /// <summary>The view, when one was drawn.</summary>
    public View? View { get; init; }

    /// <summary>The thread or the user beside the channel.</summary>
    public string? Beside { get; init; }
}

/// <summary>A Slack that writes down what it is asked, and does it unless told otherwise.</summary>
internal sealed class AskedSlack
{
    private readonly Mock<ISlack> mock = new(MockBehavior.Strict);
    private readonly ConcurrentQueue<AskedOf> asked = new();

    public AskedSlack()
    {
        mock.Setup(slack => slack.SelfAsync(It.IsAny<CancellationToken>()))
            .Returns((CancellationToken _) => FaultOfSelf is { } fault ? throw fault : ValueTask.FromResult(new SlackSelf(KnownPeople.Team, "Acme", "U0BOT", "B0BOT", "A0BOT", [])));
        mock.Setup(slack => slack.UserAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string user, CancellationToken _) => ValueTask.FromResult(KnownPeople.User(user)));
        mock.Setup(slack => slack.PostAsync(It.IsAny<SlackPost>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SlackPost post, CancellationToken _) => Note(new AskedOf("post", post.Channel, Words(post.Drawn)) { Beside = post.ThreadTs }, new SlackPlace(post.Channel, "9.9")));
        mock.Setup(slack => slack.WhisperAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Drawn>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((string channel, string user, Drawn drawn, string? _, CancellationToken _) => Note(new AskedOf("whisper", channel, Words(drawn)) { Beside = user }, ValueTask.CompletedTask));
        mock.Setup(slack => slack.RespondAsync(It.IsAny<Uri>(), It.IsAny<SlackResponse>(), It.IsAny<CancellationToken>()))
            .Returns((Uri address, SlackResponse response, CancellationToken _) => Note(new AskedOf(response.ToAll ? "respond to all" : "respond", address.ToString(), Words(response.Drawn)), ValueTask.CompletedTask));
        mock.Setup(slack => slack.OpenViewAsync(It.IsAny<string>(), It.IsAny<View>(), It.IsAny<CancellationToken>()))
            .Returns((string trigger, View view, CancellationToken _) => FaultOfViews is { } fault ? throw fault : ValueTask.FromResult(Note(new AskedOf("open", trigger, Words(view)) { View = view }, "V1")));
        mock.Setup(slack => slack.UpdateViewAsync(It.IsAny<string>(), It.IsAny<View>(), It.IsAny<CancellationToken>()))
            .Returns((string id, View view, CancellationToken _) => Note(new AskedOf("update", id, Words(view)) { View = view }, ValueTask.CompletedTask));
        mock.Setup(slack => slack.PublishHomeAsync(It.IsAny<string>(), It.IsAny<View>(), It.IsAny<CancellationToken>()))
            .Returns((string user, View view, CancellationToken _) => Note(new AskedOf("home", user, Words(view)) { View = view }, ValueTask.CompletedTask));
    }

    public ISlack Slack => mock.Object;

    /// <summary>What it says instead of who the bot is; null when it tells.</summary>
    public Exception? FaultOfSelf { get; set; }

    /// <summary>What it says instead of opening a view; null when it opens them.</summary>
    public Exception? FaultOfViews { get; set; }

    /// <summary>Everything that it was asked.</summary>
    public IReadOnlyList<AskedOf> Asked => [.. asked];

    private T Note<T>(AskedOf what, T answer)
    {
        asked.Enqueue(what);
        return answer;
    }

    private static string Words(Drawn drawn) => Plain($"{drawn.Text}\n{BlockJson.Of(drawn.Blocks)}");

    private static string Words(View view) => Plain($"{BlockJson.Of(view)}");

    // As it reads, however the JSON spells it.
    private static string Plain(string json) => System.Text.RegularExpressions.Regex.Replace(
        json, @"\\u(?<code>[0-9A-Fa-f]{4})", match => $"{(char)Convert.ToInt32(match.Groups["code"].Value, 16)}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
