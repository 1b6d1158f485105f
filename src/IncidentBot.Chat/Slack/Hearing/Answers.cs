using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>What Slack reads in the receipt for a command or a form.</summary>
internal static class Answers
{
    /// <summary>A sentence of our own for the asker alone.</summary>
    public static JsonElement Ephemeral(string sentence) => Ephemeral(new Drawn(sentence, []));

    /// <summary>Something drawn for the asker alone.</summary>
    public static JsonElement Ephemeral(Drawn drawn) => JsonSerializer.SerializeToElement(
        new MessageAnswer("ephemeral", drawn.Text, drawn.Blocks.Count == 0 ? null : BlockJson.Of(drawn.Blocks)), HearingJson.Written.MessageAnswer);

    /// <summary>What is wrong, at the blank that it is about; what was filled in stays.</summary>
    public static JsonElement Error(string blank, string sentence) => JsonSerializer.SerializeToElement(
        new ViewAnswer("errors") { Errors = new Dictionary<string, string> { [blank] = sentence } }, HearingJson.Written.ViewAnswer);

    /// <summary>Another view in the place of the one that was submitted.</summary>
    public static JsonElement Update(View view) => JsonSerializer.SerializeToElement(new ViewAnswer("update") { View = BlockJson.Of(view) }, HearingJson.Written.ViewAnswer);
}

/// <summary>A message in a receipt.</summary>
internal sealed record MessageAnswer(string ResponseType, string Text, JsonElement? Blocks);

/// <summary>What becomes of a submitted view.</summary>
internal sealed record ViewAnswer(string ResponseAction)
{
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public JsonElement? View { get; init; }
}

/// <summary>Receipts as Slack reads them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Challenge))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(Interacting.WhichAsked))]
internal sealed partial class HearingJson : JsonSerializerContext
{
    /// <summary>The contracts, with few escapes: it is never HTML.</summary>
    public static HearingJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
