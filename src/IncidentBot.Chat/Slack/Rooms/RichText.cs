using System.Text.Json;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>What was typed into Slack's own editor, as its markup has it.</summary>
internal static class RichText
{
    /// <summary>The words of a <c>rich_text</c> block.</summary>
    public static string Of(JsonElement block) => MessageWords.Lines(block.Parts("elements").Select(Piece));

    private static string Piece(JsonElement piece) => piece.Word("type") switch
    {
        "rich_text_list" => MessageWords.Lines(piece.Parts("elements").Select(item => "• " + Run(item))),
        "rich_text_quote" => MessageWords.Lines(Run(piece).Split('\n').Select(line => "&gt; " + line)),
        _ => Run(piece),
    };

    private static string Run(JsonElement piece) => string.Concat(piece.Parts("elements").Select(Element));

    private static string Element(JsonElement element) => element.Word("type") switch
    {
        "text" => MessageWords.Escaped(element.Word("text") ?? ""),
        "link" => $"<{element.Word("url")}{(element.Word("text") is { } shown ? "|" + MessageWords.Escaped(shown) : "")}>",
        "user" => $"<@{element.Word("user_id")}>",
        "channel" => $"<#{element.Word("channel_id")}>",
        "usergroup" => $"<!subteam^{element.Word("usergroup_id")}>",
        "broadcast" => $"@{element.Word("range")}",
        "emoji" => $":{element.Word("name")}:",
        "date" => element.Word("fallback") is { } told ? MessageWords.Escaped(told) : "",
        _ => "",
    };
}
