using System.Text.Json;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>What a message says, in Slack's markup: its text, or what its blocks say where it has none, and what a program attached to it.</summary>
internal static class MessageWords
{
    /// <summary>The words; empty when there are none.</summary>
    public static string Of(JsonElement message)
    {
        var said = message.Word("text") ?? Lines(message.Parts("blocks").Select(Block));
        var byPerson = message.Word("bot_id") is null && message.Word("subtype") != "bot_message";
        // Under a person's words Slack shows what their links lead to: that is nobody's word.
        var attached = message.Parts("attachments").Where(attachment => !IsPreview(attachment) && (!byPerson || said.Length == 0));
        return Lines([said, .. attached.Select(attachment => Attachment(attachment, said))]);
    }

    private static bool IsPreview(JsonElement attachment) =>
        !attachment.Says("is_share") && !attachment.Says("is_msg_unfurl") && (attachment.Word("from_url") ?? attachment.Word("original_url")) is not null;

    private static string Attachment(JsonElement attachment, string said)
    {
        var told = Lines(
        [
            attachment.Word("pretext"), attachment.Word("title"), attachment.Word("text"),
            .. attachment.Parts("fields").Select(field => $"{field.Word("title")}: {field.Word("value")}"),
            .. attachment.Parts("blocks").Select(Block),
        ]);
        var words = told.Length > 0 ? told : attachment.Word("fallback") ?? "";
        return words == said ? "" : words;
    }

    private static string Block(JsonElement block) => block.Word("type") switch
    {
        "rich_text" => RichText.Of(block),
        "section" => Lines([Text(block, "text"), .. block.Parts("fields").Select(Text)]),
        "header" => Text(block, "text"),
        "context" => string.Join(" ", block.Parts("elements").Select(Text).Where(words => words.Length > 0)),
        "markdown" => block.Word("text") ?? "",
        "image" => block.Word("alt_text") is { } alt ? Escaped(alt) : "",
        _ => "",
    };

    private static string Text(JsonElement owner, string name) => owner.Part(name) is { } text ? Text(text) : "";

    private static string Text(JsonElement text) => text.Word("type") switch
    {
        "plain_text" => Escaped(text.Word("text") ?? ""),
        "mrkdwn" => text.Word("text") ?? "",
        "image" => Escaped(text.Word("alt_text") ?? ""),
        _ => "",
    };

    /// <summary>Words that are no markup, as markup has them.</summary>
    internal static string Escaped(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>What is not empty, line under line.</summary>
    internal static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
