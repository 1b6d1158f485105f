using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>What Slack's own events hold and the emulator's do not.</summary>
internal static class SlackPatches
{
    private static readonly Dictionary<string, (string Bot, string App)> Bots = new() { [FakeSlack.Bot] = ("B0BOT", FakeSlack.App), ["U0DEPLOY"] = ("B0DEPLOY", "A0DEPLOY") };

    /// <summary>A <c>ts</c> of now, which no message has.</summary>
    public static string Now() => (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000m).ToString("0.000000", CultureInfo.InvariantCulture);

    /// <summary>An envelope around an event of the front's own.</summary>
    public static JsonObject Envelope(JsonObject happened) => Envelope(new JsonObject { ["event"] = happened }, channelType: null);

    /// <summary>An envelope as Slack fills it.</summary>
    public static JsonObject Envelope(JsonObject envelope, string? channelType)
    {
        var happened = (JsonObject)envelope["event"]!;
        envelope["type"] = "event_callback";
        envelope["token"] = "ignored";
        envelope["team_id"] = FakeSlack.Team;
        envelope["context_team_id"] = FakeSlack.Team;
        envelope["api_app_id"] = FakeSlack.App;
        envelope["event_id"] ??= $"Ev{Guid.NewGuid():N}";
        envelope["event_time"] ??= DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        envelope["is_ext_shared_channel"] = false;
        envelope["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = FakeSlack.Team, ["user_id"] = FakeSlack.Bot, ["is_bot"] = true, ["is_enterprise_install"] = false });
        happened["event_ts"] ??= (string?)happened["ts"] ?? Now();
        if (channelType is not null && (string?)happened["type"] == "message") happened["channel_type"] = channelType;
        if ((string?)happened["type"] == "message") Message(happened);
        foreach (var inner in new[] { "message", "previous_message" })
            if (happened[inner] is JsonObject message) Message(message);
        return envelope;
    }

    /// <summary>A message as Slack tells it: of a bot with the bot's ids, of a person with the client's.</summary>
    public static JsonObject Message(JsonObject message)
    {
        if ((string?)message["user"] is not { } user) return message;
        message["team"] ??= FakeSlack.Team;
        if (Bots.TryGetValue(user, out var bot)) (message["bot_id"], message["app_id"]) = (bot.Bot, bot.App);
        else if (message["subtype"] is null) message["client_msg_id"] ??= $"client-{message["ts"]}";
        return message;
    }

    /// <summary>The second event that Slack makes of a message that mentions the bot; null for every other.</summary>
    public static JsonObject? MentionIn(JsonObject happened)
    {
        if ((string?)happened["type"] != "message" || happened["subtype"] is not null || happened["bot_id"] is not null) return null;
        if (((string?)happened["text"])?.Contains($"<@{FakeSlack.Bot}>", StringComparison.Ordinal) != true) return null;
        var mention = (JsonObject)happened.DeepClone();
        mention["type"] = "app_mention";
        mention.Remove("channel_type");
        return Envelope(mention);
    }

    /// <summary>The event by which the bot learns that it was taken out of a channel; null for every other.</summary>
    public static JsonObject? LeftIn(JsonObject happened) =>
        (string?)happened["type"] == "member_left_channel" && (string?)happened["user"] == FakeSlack.Bot
            ? Envelope(new JsonObject { ["type"] = (string?)happened["channel_type"] == "G" ? "group_left" : "channel_left", ["channel"] = (string?)happened["channel"], ["actor_id"] = "U0ANA" })
            : null;
}
