using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>Reads blocks as people do.</summary>
internal static class SlackBlocks
{
    /// <summary>All texts, from top to bottom.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } text when text["text"] is JsonValue && (string?)text["type"] is "mrkdwn" or "plain_text" or "text" => [(string)((JsonObject)node)["text"]!],
        JsonObject all => all.Where(field => field.Key is not ("private_metadata" or "value" or "metadata")).SelectMany(field => Texts(field.Value)),
        JsonArray all => all.SelectMany(Texts),
        _ => [],
    };

    /// <summary>Everything that can be pressed or picked, each with its block.</summary>
    public static IEnumerable<(JsonObject Block, JsonObject Element)> Elements(JsonNode? blocks)
    {
        foreach (var block in (blocks as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var element in (block["elements"] as JsonArray ?? []).OfType<JsonObject>().Where(element => element["action_id"] is not null)) yield return (block, element);
            if (block["accessory"] is JsonObject { } accessory && accessory["action_id"] is not null) yield return (block, accessory);
        }
    }

    /// <summary>The options of a select or an overflow menu.</summary>
    public static IEnumerable<JsonObject> OptionsOf(JsonObject element) =>
        [.. (element["options"] as JsonArray ?? []).OfType<JsonObject>(), .. (element["option_groups"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(OptionsOf)];

    /// <summary>What Slack sends of an input: what was filled in, or what stood there at first.</summary>
    public static JsonObject State(JsonObject element, string? filled)
    {
        var type = (string)element["type"]!;
        var state = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "static_select" or "radio_buttons":
                var chosen = filled is null ? element["initial_option"] : OptionsOf(element).FirstOrDefault(option => (string?)option["value"] == filled || (string?)option["text"]!["text"] == filled)
                    ?? throw new InvalidOperationException($"There is no choice “{filled}” in {element.ToJsonString()}");
                state["selected_option"] = chosen?.DeepClone();
                break;
            case "users_select":
                state["selected_user"] = filled ?? (string?)element["initial_user"];
                break;
            case "datetimepicker":
                state["selected_date_time"] = filled is null ? element["initial_date_time"]?.DeepClone() : long.Parse(filled);
                break;
            case "checkboxes":
                state["selected_options"] = new JsonArray([.. OptionsOf(element).Where(option => (string?)option["value"] == filled).Select(option => option.DeepClone())]);
                break;
            default:
                state["value"] = (filled ?? (string?)element["initial_value"]) is { Length: > 0 } text ? text : null;
                break;
        }
        return state;
    }
}
