using System.Text.Json;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>A file that a message brings, as Slack has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it says it is.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record SlackFile(string Id, string Name, string MediaType, long Bytes)
{
    private const int LongestName = 150;
    private const int LongestMediaType = 100;

    /// <summary>Where people look at it; null when Slack did not say.</summary>
    public string? Link { get; init; }

    /// <summary>Where the bot gets its content; null when Slack does not hold it.</summary>
    public Uri? Content { get; init; }

    /// <summary>True once it was deleted.</summary>
    public bool IsGone { get; init; }

    /// <summary>True when the message says no more than that there is one: Slack must be asked about it.</summary>
    public bool IsUntold { get; init; }

    /// <summary>The file in Slack's JSON; null when it has no id.</summary>
    public static SlackFile? Read(JsonElement json)
    {
        if (json.Word("id") is not { } id) return null;
        var mode = json.Word("mode");
        var name = (json.Word("name") ?? json.Word("title") ?? "file").Where(letter => !char.IsControl(letter));
        return new SlackFile(id, Words.Brief(string.Concat(name), LongestName), Words.Brief(json.Word("mimetype") ?? "application/octet-stream", LongestMediaType), json.Count("size"))
        {
            Link = json.Word("permalink") ?? json.Word("external_url"),
            Content = mode is null or "hosted" or "snippet" && !json.Says("is_external") && Uri.TryCreate(json.Word("url_private_download") ?? json.Word("url_private"), UriKind.Absolute, out var address) ? address : null,
            IsGone = mode is "tombstone" or "hidden_by_limit",
            IsUntold = json.Word("file_access") == "check_file_info" || (mode is null && json.Word("name") is null && json.Word("title") is null),
        };
    }
}
