using System.Text.Json;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Adapters.Tests.Slack.Speaking;

/// <summary>A Slack without wires: it keeps channels and messages, says no where the test says so, and remembers what it was asked.</summary>
internal sealed partial class RememberingSlack(TimeProvider clock) : ISlack
{
    private readonly Dictionary<string, SlackPlace> keys = [];
    private int counted;

    /// <summary>Who the bot is.</summary>
    public SlackSelf Self { get; } = new("T1", "Acme", "UBOT", "B1", "A1", []);

    /// <summary>What each call throws before it does anything; null while all is well.</summary>
    public Func<string, Exception?> Fault { get; set; } = _ => null;

    /// <summary>What each call throws after it has done everything.</summary>
    public Func<string, Exception?> LostAnswer { get; set; } = _ => null;

    /// <summary>What it was asked, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Its channels.</summary>
    public Dictionary<string, SlackChannel> Channels { get; } = [];

    /// <summary>Its messages.</summary>
    public List<Kept> Messages { get; } = [];

    /// <summary>Who is in which channel.</summary>
    public List<(string Channel, string User)> Members { get; } = [];

    /// <summary>Why somebody is not let in.</summary>
    public Dictionary<string, string> NotInvited { get; } = [];

    /// <summary>Pinned messages.</summary>
    public List<SlackPlace> Pins { get; } = [];

    /// <summary>Links in channels' bars.</summary>
    public List<(string Channel, string Title, Uri Address)> Bookmarks { get; } = [];

    /// <summary>A message, as it stands.</summary>
    internal sealed record Kept(SlackPlace Place, Drawn Drawn, string? Thread, bool IsOurs = true);

    /// <summary>The words of a channel, in order.</summary>
    public IReadOnlyList<string> WordsIn(string channel) =>
        [.. Messages.Where(message => message.Place.Channel == channel).Select(message => Moment().Replace(message.Drawn.Text, "${inWords}"))];

    // Moments as who reads them without Slack's own clock.
    [System.Text.RegularExpressions.GeneratedRegex(@"<!date\^\d+\^[^|>]*\|(?<inWords>[^>]*)>", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex Moment();

    /// <summary>A channel that somebody made.</summary>
    public SlackChannel Add(string name, bool isPrivate = false, string creator = "U9", bool isShared = false, DateTimeOffset? created = null)
    {
        var channel = new SlackChannel($"C{++counted}", name, isPrivate, false, creator == Self.User, isShared) { Creator = creator, Created = created ?? clock.GetUtcNow() };
        return Channels[channel.Id] = channel;
    }

    /// <summary>Changes a channel, as people do.</summary>
    public void Change(string channel, Func<SlackChannel, SlackChannel> change) => Channels[channel] = change(Channels[channel]);

    public ValueTask<SlackSelf> SelfAsync(CancellationToken cancellation = default) => Do("auth.test", "", () => Self);

    public ValueTask<SlackPlace> PostAsync(SlackPost post, CancellationToken cancellation = default) => Do("chat.postMessage", post.Channel, () =>
    {
        if (post.Channel.StartsWith('C')) MustBeIn(post.Channel);
        if (post.Key is not null && keys.TryGetValue(post.Key, out var known)) return known;
        var place = new SlackPlace(post.Channel, $"1700.{++counted:000000}");
        if (post.Key is not null) keys[post.Key] = place;
        Messages.Add(new Kept(place, post.Drawn, post.ThreadTs));
        return place;
    });

    public ValueTask UpdateAsync(SlackPlace place, Drawn drawn, CancellationToken cancellation = default) => Do("chat.update", place.Ts, () =>
    {
        var at = Messages.FindIndex(message => message.Place == place);
        if (at < 0) throw No("chat.update", "message_not_found");
        Messages[at] = Messages[at] with { Drawn = drawn };
    });

    public ValueTask DeleteAsync(SlackPlace place, CancellationToken cancellation = default) => Do("chat.delete", place.Ts, () =>
    {
        if (Messages.Find(message => message.Place == place) is { IsOurs: false }) throw No("chat.delete", "cant_delete_message");
        Messages.RemoveAll(message => message.Place == place);
    });

    public ValueTask<SlackChannel> CreateChannelAsync(string name, bool isPrivate, CancellationToken cancellation = default) => Do("conversations.create", name, () =>
        Channels.Values.Any(channel => channel.Name == name) ? throw No("conversations.create", "name_taken") : Add(name, isPrivate, Self.User));

    public ValueTask<SlackChannel> ChannelAsync(string channel, CancellationToken cancellation = default) => Do("conversations.info", channel, () =>
        Channels.TryGetValue(channel, out var found) ? found : throw No("conversations.info", "channel_not_found"));

    public ValueTask<SlackChannel?> OwnChannelAsync(string name, CancellationToken cancellation = default) => Do("users.conversations", name, () =>
        Channels.Values.FirstOrDefault(channel => channel.Name == name && channel.Creator == Self.User && channel is { IsArchived: false, IsMember: true }));

    public ValueTask<IReadOnlyList<SlackInviteFailure>> InviteAsync(string channel, IReadOnlyList<string> users, CancellationToken cancellation = default) => Do<IReadOnlyList<SlackInviteFailure>>("conversations.invite", string.Join(',', users), () =>
    {
        MustBeIn(channel);
        foreach (var user in users.Where(user => !NotInvited.ContainsKey(user) && !Members.Contains((channel, user)))) Members.Add((channel, user));
        return [.. users.Where(NotInvited.ContainsKey).Select(user => new SlackInviteFailure(user, NotInvited[user]))];
    });

    public ValueTask RemoveAsync(string channel, string user, CancellationToken cancellation = default) => Do("conversations.kick", user, () => { Members.Remove((channel, user)); });

    public ValueTask JoinAsync(string channel, CancellationToken cancellation = default) => Do("conversations.join", channel, () => Change(channel, known => known with { IsMember = true }));

    public ValueTask SetTopicAsync(string channel, string topic, CancellationToken cancellation = default) => Do("conversations.setTopic", topic, () => Change(channel, known => known with { Topic = topic }));

    public ValueTask ArchiveAsync(string channel, CancellationToken cancellation = default) => Do("conversations.archive", channel, () => Change(channel, known => known with { IsArchived = true, IsMember = false }));

    public ValueTask UnarchiveAsync(string channel, CancellationToken cancellation = default) => Do("conversations.unarchive", channel, () => Change(channel, known => known with { IsArchived = false }));

    public ValueTask PinAsync(SlackPlace place, CancellationToken cancellation = default) => Do("pins.add", place.Ts, () => Pins.Add(place));

    public ValueTask BookmarkAsync(string channel, string title, Uri address, string? emoji = null, CancellationToken cancellation = default) => Do("bookmarks.add", title, () => Bookmarks.Add((channel, title, address)));

    public ValueTask<Uri?> PermalinkAsync(SlackPlace place, CancellationToken cancellation = default) => Do<Uri?>("chat.getPermalink", place.Ts, () => new Uri($"https://acme.slack.com/archives/{place.Channel}/p{place.Ts.Replace(".", "")}"));

    public ValueTask WhisperAsync(string channel, string user, Drawn drawn, string? threadTs = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask RespondAsync(Uri responseUrl, SlackResponse response, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<string> OpenViewAsync(string triggerId, View view, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask UpdateViewAsync(string viewId, View view, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask PublishHomeAsync(string user, View view, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<SlackHistory> HistoryAsync(string channel, string oldest, string? cursor = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<SlackHistory> RepliesAsync(string channel, string threadTs, string oldest, string? cursor = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<JsonElement?> MessageAsync(SlackPlace place, string? threadTs = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<SlackUser?> UserAsync(string user, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<SlackUser?> UserByEmailAsync(string email, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<SlackGroup>> GroupsAsync(CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<JsonElement?> FileAsync(string file, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<Stream> DownloadAsync(Uri privateAddress, CancellationToken cancellation = default) => throw new NotSupportedException();

    public ValueTask<Uri> SocketAddressAsync(CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Slack's no.</summary>
    public static SlackFaultException No(string method, string code) => new(method, code, $"Slack refused {method}: {code}.");

    private void MustBeIn(string channel)
    {
        if (!Channels.TryGetValue(channel, out var known)) throw No("chat.postMessage", "channel_not_found");
        if (known.IsArchived) throw No("chat.postMessage", "is_archived");
    }

    private ValueTask Do(string method, string about, Action deed)
    {
        Do(method, about, () =>
        {
            deed();
            return true;
        }).AsTask().GetAwaiter().GetResult();
        return ValueTask.CompletedTask;
    }

    private ValueTask<T> Do<T>(string method, string about, Func<T> deed)
    {
        Calls.Add($"{method} {about}".TrimEnd());
        if (Fault(method) is { } fault) throw fault;
        var done = deed();
        if (LostAnswer(method) is { } lost) throw lost;
        return ValueTask.FromResult(done);
    }
}
