using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Adapters.Tests.Slack.Hearing;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;
using Moq;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>A Slack with channels that can be read back, page by page, and that may be busy, away or shut.</summary>
internal sealed class ChannelOnSlack
{
    private readonly Mock<ISlack> mock = new(MockBehavior.Strict);
    private readonly ConcurrentQueue<string> asked = new();

    public ChannelOnSlack()
    {
        mock.Setup(slack => slack.SelfAsync(It.IsAny<CancellationToken>())).Returns(() => Ask("self", new SlackSelf(KnownPeople.Team, "Acme", "U0BOT", "B0BOT", "A0BOT", [])));
        mock.Setup(slack => slack.ChannelAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string channel, CancellationToken _) => Ask($"channel {channel}", Seen with { Id = channel }));
        mock.Setup(slack => slack.JoinAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string channel, CancellationToken _) => Done(Ask($"join {channel}", Seen = Seen with { IsMember = true })));
        mock.Setup(slack => slack.HistoryAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((string channel, string oldest, string? cursor, CancellationToken _) => Ask($"history {channel} {cursor}", Page(Roots(), oldest, cursor)));
        mock.Setup(slack => slack.RepliesAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((string channel, string root, string oldest, string? cursor, CancellationToken _) => Ask($"replies {channel} {root} {cursor}", Page(Messages.Where(message => (string?)message["thread_ts"] == root && (string)message["ts"]! != root), oldest, cursor)));
        mock.Setup(slack => slack.MessageAsync(It.IsAny<SlackPlace>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((SlackPlace place, string? _, CancellationToken _) => Ask($"message {place.Ts}", Messages.Where(message => (string)message["ts"]! == place.Ts).Select(message => (JsonElement?)Element(message)).FirstOrDefault()));
        mock.Setup(slack => slack.FileAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string file, CancellationToken _) => Ask($"file {file}", Told.TryGetValue(file, out var json) ? Element(json) : (JsonElement?)null));
        mock.Setup(slack => slack.DownloadAsync(It.IsAny<Uri>(), It.IsAny<CancellationToken>()))
            .Returns((Uri address, CancellationToken _) => Ask<Stream>($"download {address}", new MemoryStream(Contents.GetValueOrDefault(address.AbsoluteUri, []))));
        mock.Setup(slack => slack.WhisperAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Drawn>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((string channel, string user, Drawn drawn, string? thread, CancellationToken _) => Done(Ask($"whisper {channel} {user} {thread}: {drawn.Text}", 0)));
    }

    public ISlack Slack => mock.Object;

    /// <summary>All that stands in the channel, answers too.</summary>
    public List<JsonObject> Messages { get; } = [];

    /// <summary>What it says of files.</summary>
    public Dictionary<string, JsonObject> Told { get; } = [];

    /// <summary>What files hold.</summary>
    public Dictionary<string, byte[]> Contents { get; } = [];

    /// <summary>The channel.</summary>
    public SlackChannel Seen { get; set; } = new("C1", "inc-1", IsPrivate: false, IsArchived: false, IsMember: true, IsShared: false);

    /// <summary>How many messages a page holds.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>What it answers instead, by the beginning of what is asked.</summary>
    public Func<string, Exception?> Trouble { get; set; } = _ => null;

    /// <summary>True when it answers nothing at all.</summary>
    public bool SaysNothing { get; set; }

    /// <summary>Everything that it was asked.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    private ValueTask<T> Ask<T>(string what, T answer)
    {
        asked.Enqueue(what);
        if (SaysNothing) return new ValueTask<T>(new TaskCompletionSource<T>().Task);
        return Trouble(what) is { } trouble ? ValueTask.FromException<T>(trouble) : ValueTask.FromResult(answer);
    }

    private static async ValueTask Done<T>(ValueTask<T> answer) => await answer;

    private IEnumerable<JsonObject> Roots() => Messages.Where(message => message["thread_ts"] is null || (string?)message["subtype"] == "thread_broadcast" || (string?)message["thread_ts"] == (string?)message["ts"]);

    // As Slack has it: the newest page first, each page the oldest first.
    private SlackHistory Page(IEnumerable<JsonObject> messages, string oldest, string? cursor)
    {
        var behind = messages.Where(message => decimal.Parse((string)message["ts"]!) > decimal.Parse(oldest)).OrderByDescending(message => (string)message["ts"]!, StringComparer.Ordinal).ToList();
        var from = cursor is null ? 0 : int.Parse(cursor);
        var page = behind.Skip(from).Take(PageSize).Reverse().Select(Element).ToList();
        return new SlackHistory(page, from + page.Count < behind.Count ? $"{from + page.Count}" : null);
    }

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
