namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>What Slack sends when people press, pick, fill in and call.</summary>
internal static class Typed
{
    public static object Press(string line, string user = "U0ANA", string channel = "C0INC1", string ts = "5.5", string nonce = "1", string trigger = "2.2") => Action(
        new { type = "button", action_id = "b:0:0", block_id = $"c:{nonce}:0", value = line, action_ts = "1548426417.84" }, user, channel, ts, trigger);

    public static object Select(string? line, string user = "U0ANA", string channel = "C0INC1") => Action(
        new { type = "static_select", action_id = "s:0:1", block_id = "c:1:0", selected_option = line is null ? null : new { text = new { type = "plain_text", text = "x" }, value = line } }, user, channel, "5.5", "2.2");

    public static object Pick(string line, string picked, string user = "U0ANA", string channel = "C0INC1") => Action(
        new { type = "users_select", action_id = "p:" + line, block_id = "c:1:0", selected_user = picked }, user, channel, "5.5", "2.2");

    public static object Action(object action, string user = "U0ANA", string channel = "C0INC1", string ts = "5.5", string trigger = "2.2") => new
    {
        type = "block_actions", team = new { id = KnownPeople.Team, domain = "acme" }, user = new { id = user, username = "liar", name = "liar" }, api_app_id = "A0BOT",
        container = new { type = "message", message_ts = ts, channel_id = channel }, trigger_id = trigger, channel = new { id = channel, name = "inc-1" },
        response_url = $"https://hooks.slack.com/actions/{user}", state = new { values = new { } }, actions = new[] { action },
    };

    public static object PressIn(string viewType, string line, string user = "U0ANA") => new
    {
        type = "block_actions", team = new { id = KnownPeople.Team }, user = new { id = user }, trigger_id = "2.2", container = new { type = "view", view_id = "V7" },
        view = new { id = "V7", type = viewType, hash = "1.a", state = new { values = new { } } }, actions = new[] { new { type = "button", action_id = "b:0:0", block_id = "c::0", value = line } },
    };

    public static object Submit(string callback, string? metadata, Dictionary<string, object?> values, string user = "U0ANA", string view = "V9") => new
    {
        type = "view_submission", team = new { id = KnownPeople.Team }, user = new { id = user }, trigger_id = "3.3",
        view = new
        {
            id = view, type = "modal", callback_id = callback, private_metadata = metadata, hash = "1.a",
            blocks = values.Keys.Select(name => new { type = "input", block_id = name }), state = new { values = values.ToDictionary(value => value.Key, value => new { v = value.Value }) },
        },
        response_urls = Array.Empty<string>(),
    };

    public static object Text(string? value) => new { type = "plain_text_input", value };

    public static object Choice(string? value) => new { type = "static_select", selected_option = value is null ? null : new { text = new { type = "plain_text", text = "x" }, value } };

    public static object Person(string? user) => new { type = "users_select", selected_user = user };

    public static object Shortcut(string callback, string user = "U0ANA", string trigger = "4.4") => new
    {
        type = "shortcut", callback_id = callback, trigger_id = trigger, action_ts = "1581106241.371594", team = new { id = KnownPeople.Team, domain = "acme" }, user = new { id = user },
    };

    public static object MessageShortcut(string callback, string text, string channel = "C0GENERAL", string user = "U0ANA", string author = "U0BEN", string ts = "6.6", string trigger = "4.4") => new
    {
        type = "message_action", callback_id = callback, trigger_id = trigger, team = new { id = KnownPeople.Team, domain = "acme" }, user = new { id = user }, channel = new { id = channel, name = "x" },
        message_ts = ts, message = new { type = "message", user = author, text, ts }, response_url = $"https://hooks.slack.com/app/{user}",
    };
}
