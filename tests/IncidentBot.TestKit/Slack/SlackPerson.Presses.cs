using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>What somebody types to the bot, presses, picks and fills in.</summary>
public sealed partial class SlackPerson
{
    /// <summary>The slash command.</summary>
    public string Command { get; init; } = "/incident";

    /// <summary>Types the slash command. What is answered at once, or to the <c>response_url</c>, is whispered.</summary>
    public async Task<SlackReceipt> SlashAsync(string text, string channel = FakeSlack.General)
    {
        var receipt = await SendAsync(SlackKind.Command, new JsonObject
        {
            ["token"] = "ignored", ["team_id"] = FakeSlack.Team, ["team_domain"] = "acme", ["channel_id"] = channel, ["channel_name"] = "somewhere",
            ["user_id"] = user, ["user_name"] = "outdated", ["command"] = Command, ["text"] = text, ["api_app_id"] = FakeSlack.App, ["is_enterprise_install"] = "false",
            ["response_url"] = slack.NewResponseUrl(user, channel), ["trigger_id"] = await slack.TriggerAsync(user),
        });
        if (receipt.Body is { Count: > 0 } message) slack.Whisper(user, channel, message);
        return receipt;
    }

    /// <summary>Presses a button.</summary>
    public Task<SlackReceipt> PressAsync(SlackMessage message, string label)
    {
        var (block, button) = Find(message, element => (string?)element["type"] == "button" && (string?)element["text"]!["text"] == label, label);
        var action = Action(block, button);
        action["text"] = button["text"]!.DeepClone();
        action["value"] = button["value"]?.DeepClone();
        return ActAsync(message, action);
    }

    /// <summary>Picks an option of a select or of an overflow menu.</summary>
    public Task<SlackReceipt> PickAsync(SlackMessage message, string option)
    {
        bool IsIt(JsonObject one) => (string?)one["text"]!["text"] == option;
        var (block, select) = Find(message, element => SlackBlocks.OptionsOf(element).Any(IsIt), option);
        var action = Action(block, select);
        action["selected_option"] = SlackBlocks.OptionsOf(select).First(IsIt).DeepClone();
        return ActAsync(message, action);
    }

    /// <summary>Picks a person.</summary>
    public Task<SlackReceipt> PickPersonAsync(SlackMessage message, string label, string picked)
    {
        var (block, picker) = Find(message, element => (string?)element["type"] == "users_select" && (string?)element["placeholder"]?["text"] == label, label);
        var action = Action(block, picker);
        action["selected_user"] = picked;
        return ActAsync(message, action);
    }

    /// <summary>Presses a button of the App Home.</summary>
    public async Task<SlackReceipt> PressHomeAsync(string label)
    {
        var view = Home ?? throw new InvalidOperationException($"{user} has no App Home.");
        var (block, button) = Find(new SlackMessage("", view.Json), element => (string?)element["type"] == "button" && (string?)element["text"]!["text"] == label, label);
        var action = Action(block, button);
        action["value"] = button["value"]?.DeepClone();
        return await SendAsync(SlackKind.Interaction, await PayloadAsync("block_actions", new JsonObject
        {
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id }, ["view"] = view.Json.DeepClone(), ["actions"] = new JsonArray(action),
        }));
    }

    /// <summary>Submits the modal before them, with what they filled in by the blanks' names; what has errors stays open.</summary>
    public async Task<SlackReceipt> SubmitAsync(params (string Blank, string Value)[] filled)
    {
        var view = Modal ?? throw new InvalidOperationException($"{user} has no modal before them.");
        var values = new JsonObject();
        foreach (var block in view.Json["blocks"]!.AsArray().OfType<JsonObject>().Where(block => (string?)block["type"] == "input"))
        {
            var (id, element) = ((string)block["block_id"]!, (JsonObject)block["element"]!);
            values[id] = new JsonObject { [(string)element["action_id"]!] = SlackBlocks.State(element, filled.FirstOrDefault(one => one.Blank == id).Value) };
        }
        var submitted = (JsonObject)view.Json.DeepClone();
        submitted["state"] = new JsonObject { ["values"] = values };
        var receipt = await SendAsync(SlackKind.Interaction, await PayloadAsync("view_submission", new JsonObject { ["view"] = submitted, ["response_urls"] = new JsonArray() }));
        if ((string?)receipt.Body?["response_action"] is "update" or "push") slack.Show(user, Answered(view, (JsonObject)receipt.Body!["view"]!));
        else if (receipt is { IsReceived: true, Body: null } || (string?)receipt.Body?["response_action"] == "clear") slack.Show(user, null);
        return receipt;
    }

    /// <summary>Calls a global shortcut.</summary>
    public async Task<SlackReceipt> ShortcutAsync(string callback) =>
        await SendAsync(SlackKind.Interaction, await PayloadAsync("shortcut", new JsonObject { ["callback_id"] = callback, ["action_ts"] = SlackPatches.Now() }));

    /// <summary>Calls a shortcut of a message.</summary>
    public async Task<SlackReceipt> ShortcutAsync(string callback, SlackMessage message) =>
        await SendAsync(SlackKind.Interaction, await PayloadAsync("message_action", new JsonObject
        {
            ["callback_id"] = callback, ["action_ts"] = SlackPatches.Now(), ["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "somewhere" },
            ["message_ts"] = message.Ts, ["message"] = SlackPatches.Message((JsonObject)message.Json.DeepClone()), ["response_url"] = slack.NewResponseUrl(user, message.Channel),
        }));

    /// <summary>Looks at the bot's App Home.</summary>
    public Task<SlackReceipt> OpenHomeAsync() => SendAsync(SlackKind.Event, SlackPatches.Envelope(new JsonObject
    {
        ["type"] = "app_home_opened", ["user"] = user, ["channel"] = $"D0{user[2..]}", ["tab"] = "home", ["event_ts"] = SlackPatches.Now(),
    }));

    private async Task<SlackReceipt> ActAsync(SlackMessage message, JsonObject action)
    {
        var acted = new JsonObject
        {
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = message.IsEphemeral },
            ["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "somewhere" }, ["state"] = new JsonObject { ["values"] = new JsonObject() },
            ["response_url"] = slack.NewResponseUrl(user, message.Channel, message), ["actions"] = new JsonArray(action),
        };
        if (!message.IsEphemeral) acted["message"] = SlackPatches.Message((JsonObject)message.Json.DeepClone());
        return await SendAsync(SlackKind.Interaction, await PayloadAsync("block_actions", acted));
    }

    private async Task<JsonObject> PayloadAsync(string type, JsonObject more)
    {
        more["type"] = type;
        more["team"] = new JsonObject { ["id"] = FakeSlack.Team, ["domain"] = "acme" };
        more["user"] = new JsonObject { ["id"] = user, ["username"] = "outdated", ["name"] = "outdated", ["team_id"] = FakeSlack.Team };
        (more["api_app_id"], more["token"], more["enterprise"], more["is_enterprise_install"]) = (FakeSlack.App, "ignored", null, false);
        more["trigger_id"] = await slack.TriggerAsync(user);
        return more;
    }

    private Task<SlackReceipt> SendAsync(SlackKind kind, JsonObject body) => slack.Deliveries.SendAsync(new SlackSent(kind, body));

    private static JsonObject Answered(SlackView view, JsonObject answer)
    {
        var drawn = (JsonObject)answer.DeepClone();
        drawn["id"] = view.Id;
        return drawn;
    }

    private static JsonObject Action(JsonObject block, JsonObject element) => new()
    {
        ["type"] = (string)element["type"]!, ["action_id"] = (string)element["action_id"]!, ["block_id"] = (string?)block["block_id"] ?? "made-up", ["action_ts"] = SlackPatches.Now(),
    };

    private static (JsonObject Block, JsonObject Element) Find(SlackMessage message, Predicate<JsonObject> fits, string label)
    {
        var all = SlackBlocks.Elements(message.Json["blocks"]).ToList();
        return all.Exists(one => fits(one.Element)) ? all.First(one => fits(one.Element)) : throw new InvalidOperationException($"There is no “{label}” in:\n{message.Json.ToJsonString()}");
    }
}
