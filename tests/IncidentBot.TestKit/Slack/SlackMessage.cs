using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>A message as it stands in Slack.</summary>
/// <param name="Channel">In which channel.</param>
/// <param name="Json">All that Slack knows of it.</param>
public sealed record SlackMessage(string Channel, JsonObject Json)
{
    /// <summary>Its <c>ts</c>.</summary>
    public string Ts => (string)Json["ts"]!;

    /// <summary>Who wrote it.</summary>
    public string? User => (string?)Json["user"];

    /// <summary>Its text, as notifications and screen readers have it.</summary>
    public string Text => (string?)Json["text"] ?? "";

    /// <summary>Everything that people read in it: its blocks, or its text when it has none.</summary>
    public string Words => Json["blocks"] is JsonArray { Count: > 0 } blocks ? string.Join('\n', SlackBlocks.Texts(blocks)) : Text;

    /// <summary>True when one person alone sees it.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>What can be pressed in it.</summary>
    public IReadOnlyList<string> Buttons => [.. SlackBlocks.Elements(Json["blocks"]).Where(one => (string?)one.Element["type"] == "button").Select(one => (string)one.Element["text"]!["text"]!)];

    /// <summary>What can be picked in it.</summary>
    public IReadOnlyList<string> Options => [.. SlackBlocks.Elements(Json["blocks"]).SelectMany(one => SlackBlocks.OptionsOf(one.Element)).Select(option => (string)option["text"]!["text"]!)];
}

/// <summary>A view as somebody sees it: a modal, or their App Home.</summary>
/// <param name="User">Who.</param>
/// <param name="Json">All that Slack knows of it.</param>
public sealed record SlackView(string User, JsonObject Json)
{
    /// <summary>Its id.</summary>
    public string Id => (string)Json["id"]!;

    /// <summary>What stands above it.</summary>
    public string Title => (string?)Json["title"]?["text"] ?? "";

    /// <summary>Everything that people read in it.</summary>
    public string Words => string.Join('\n', SlackBlocks.Texts(Json["blocks"]));

    /// <summary>The names of what can be filled in.</summary>
    public IReadOnlyList<string> Blanks => [.. Json["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input").Select(block => (string)block!["block_id"]!)];
}
