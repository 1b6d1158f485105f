using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>A message as Slack has it, whether it arrived as an event or was read back.</summary>
/// <param name="Ts">Its name in its channel.</param>
internal sealed record SlackMessage(string Ts)
{
    /// <summary>What it is when it is no ordinary message (<c>channel_join</c>); null for ordinary ones.</summary>
    public string? Subtype { get; init; }

    /// <summary>The user who wrote it; null when a program did that has none.</summary>
    public string? User { get; init; }

    /// <summary>The program that wrote it; null when a person did.</summary>
    public string? Bot { get; init; }

    /// <summary>Under which name that program wrote; null when it gave none.</summary>
    public string? BotName { get; init; }

    /// <summary>The app of that program; null when Slack did not say.</summary>
    public string? App { get; init; }

    /// <summary>The message at the head of its thread; null outside threads and for that message itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>When its thread was answered last; null when it never was.</summary>
    public string? LatestReply { get; init; }

    /// <summary>What it says, in Slack's markup; empty when it only brings files.</summary>
    public string Text { get; init; } = "";

    /// <summary>When its words were changed last; null when they never were.</summary>
    public string? EditedTs { get; init; }

    /// <summary>Who changed them; null when Slack did not say.</summary>
    public string? EditedBy { get; init; }

    /// <summary>The files that it brings.</summary>
    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>The channel's new name, when the message tells of that; null otherwise.</summary>
    public string? NewName { get; init; }

    /// <summary>True when a program wrote it.</summary>
    public bool IsFromBot => Bot is not null || Subtype == "bot_message";

    /// <summary>What is left of a message that was deleted while it had answers.</summary>
    public bool IsTombstone => Subtype == "tombstone";

    /// <summary>When it was said; null when its <c>ts</c> is none.</summary>
    public DateTimeOffset? At => SlackTime.Read(Ts);

    /// <summary>What tells its present words from others: Slack's time of the edit has whole seconds alone, so the words tell too.</summary>
    /// <param name="otherwise">The time when Slack did not say when it was edited.</param>
    public string Version(string otherwise) => $"{EditedTs ?? otherwise}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..8]}";

    /// <summary>The message in Slack's JSON; null when it has no <c>ts</c>.</summary>
    public static SlackMessage? Read(JsonElement json)
    {
        if (json.Word("ts") is not { } ts) return null;
        var thread = json.Word("thread_ts");
        var profile = json.Part("bot_profile");
        return new SlackMessage(ts)
        {
            Subtype = json.Word("subtype"),
            User = json.Word("user"),
            Bot = json.Word("bot_id"),
            BotName = json.Word("username") ?? profile?.Word("name"),
            App = json.Word("app_id") ?? profile?.Word("app_id"),
            ThreadTs = thread == ts ? null : thread,
            LatestReply = json.Word("latest_reply"),
            Text = MessageWords.Of(json),
            EditedTs = json.Part("edited")?.Word("ts"),
            EditedBy = json.Part("edited")?.Word("user"),
            Files = [.. json.Parts("files").Select(SlackFile.Read).OfType<SlackFile>()],
            NewName = json.Word("subtype") is "channel_name" or "group_name" ? json.Word("name") : null,
        };
    }
}
