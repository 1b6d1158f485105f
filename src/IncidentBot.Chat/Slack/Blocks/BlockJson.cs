using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Blocks and views as Slack reads them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(View))]
internal sealed partial class BlockJson : JsonSerializerContext
{
    /// <summary>Blocks as JSON.</summary>
    public static JsonElement Of(IReadOnlyList<Block> blocks) => JsonSerializer.SerializeToElement(blocks, Default.IReadOnlyListBlock);

    /// <summary>A view as JSON.</summary>
    public static JsonElement Of(View view) => JsonSerializer.SerializeToElement(view, Default.View);
}
