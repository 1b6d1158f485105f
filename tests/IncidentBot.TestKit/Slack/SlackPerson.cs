using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>A person at Slack, and everything that they can do there.</summary>
public sealed partial class SlackPerson(FakeSlack slack, string user)
{
    /// <summary>Declares and commands.</summary>
    public const string Ana = "U0ANA";

    /// <summary>Fixes.</summary>
    public const string Ben = "U0BEN";

    /// <summary>Speaks to customers.</summary>
    public const string Cleo = "U0CLEO";

    /// <summary>Belongs to nothing; nobody can invite them.</summary>
    public const string Guest = "U0GUEST";

    /// <summary>Another bot.</summary>
    public const string Deployer = "U0DEPLOY";

    private static readonly Dictionary<string, string> Accounts = new()
    {
        [Ana] = "xoxp-ana", [Ben] = "xoxp-ben", [Cleo] = "xoxp-cleo", [Guest] = "xoxp-gus", [Deployer] = "xoxb-deployer",
    };

    /// <summary>Their id.</summary>
    public string User => user;

    /// <summary>How they are mentioned.</summary>
    public string Mention => $"<@{user}>";

    /// <summary>What only they were shown, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Whispers => slack.WhispersTo(user);

    /// <summary>The modal before them; null when there is none.</summary>
    public SlackView? Modal => slack.ModalOf(user);

    /// <summary>Their App Home; null before it was drawn.</summary>
    public SlackView? Home => slack.HomeOf(user);

    /// <summary>Writes a message, in a thread when one says so; gives its <c>ts</c>.</summary>
    public async Task<string> SayAsync(string channel, string text, string? thread = null)
    {
        var arguments = new JsonObject { ["channel"] = channel, ["text"] = text };
        if (thread is not null) arguments["thread_ts"] = thread;
        return (string)(await DoAsync("chat.postMessage", arguments))["ts"]!;
    }

    /// <summary>Mentions the bot with a line.</summary>
    public Task<string> MentionAsync(string channel, string line, string? thread = null) => SayAsync(channel, $"<@{FakeSlack.Bot}> {line}", thread);

    /// <summary>Changes a message of theirs.</summary>
    public Task EditAsync(string channel, string ts, string text) => DoAsync("chat.update", new JsonObject { ["channel"] = channel, ["ts"] = ts, ["text"] = text });

    /// <summary>Deletes a message of theirs.</summary>
    public Task DeleteAsync(string channel, string ts) => DoAsync("chat.delete", new JsonObject { ["channel"] = channel, ["ts"] = ts });

    /// <summary>Reacts to a message.</summary>
    public Task ReactAsync(string channel, string ts, string emoji) => DoAsync("reactions.add", new JsonObject { ["channel"] = channel, ["timestamp"] = ts, ["name"] = emoji });

    /// <summary>Takes a reaction back.</summary>
    public Task UnreactAsync(string channel, string ts, string emoji) => DoAsync("reactions.remove", new JsonObject { ["channel"] = channel, ["timestamp"] = ts, ["name"] = emoji });

    /// <summary>Shares a file.</summary>
    public async Task UploadAsync(string channel, string name, byte[] bytes, string? comment = null)
    {
        var place = await DoAsync("files.getUploadURLExternal", new JsonObject { ["filename"] = name, ["length"] = bytes.Length });
        await slack.UploadAsync((string)place["upload_url"]!, bytes);
        await DoAsync("files.completeUploadExternal", new JsonObject
        {
            ["files"] = new JsonArray(new JsonObject { ["id"] = (string)place["file_id"]!, ["title"] = name }), ["channel_id"] = channel, ["initial_comment"] = comment,
        });
    }

    /// <summary>Comes into a public channel by themselves.</summary>
    public Task JoinAsync(string channel) => DoAsync("conversations.join", new JsonObject { ["channel"] = channel });

    /// <summary>Makes a channel.</summary>
    public Task CreateAsync(string name) => DoAsync("conversations.create", new JsonObject { ["name"] = name });

    /// <summary>Renames a channel.</summary>
    public Task RenameAsync(string channel, string name) => DoAsync("conversations.rename", new JsonObject { ["channel"] = channel, ["name"] = name });

    /// <summary>Archives a channel.</summary>
    public Task ArchiveAsync(string channel) => DoAsync("conversations.archive", new JsonObject { ["channel"] = channel });

    /// <summary>Brings a channel back from the archive.</summary>
    public Task UnarchiveAsync(string channel) => DoAsync("conversations.unarchive", new JsonObject { ["channel"] = channel });

    /// <summary>Takes the bot out of a channel.</summary>
    public Task RemoveBotAsync(string channel) => DoAsync("conversations.kick", new JsonObject { ["channel"] = channel, ["user"] = FakeSlack.Bot });

    /// <summary>Lets the bot into a channel.</summary>
    public Task InviteBotAsync(string channel) => DoAsync("conversations.invite", new JsonObject { ["channel"] = channel, ["users"] = FakeSlack.Bot });

    private async Task<JsonObject> DoAsync(string method, JsonObject arguments)
    {
        var answer = await slack.AskAsync(method, arguments, Accounts[user]);
        return (bool)answer["ok"]! ? answer : throw new InvalidOperationException($"{user} could not {method}: {answer.ToJsonString()}");
    }
}
