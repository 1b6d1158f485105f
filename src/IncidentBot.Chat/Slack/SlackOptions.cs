using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Chat.Slack;

/// <summary>The section <c>Slack</c> of the settings: how this house's Slack is reached, and how incidents look there.</summary>
public sealed class SlackOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>The bot token (<c>xoxb-…</c>): whom the bot is in Slack. Slack is off without it.</summary>
    public string? BotToken { get; set; }

    /// <summary>The signing secrets by which requests over HTTP are known as Slack's: one, or two while they are rotated.</summary>
    [MaxLength(2, ErrorMessage = "Slack:SigningSecrets has more than two entries; keep the current one and the next.")]
    public List<string> SigningSecrets { get; set; } = [];

    /// <summary>The app-level token (<c>xapp-…</c>): with it the bot connects to Slack by itself (Socket Mode), and nothing arrives over HTTP.</summary>
    public string? AppToken { get; set; }

    /// <summary>A person's token (<c>xoxp-…</c>, <c>channels:write</c> and <c>groups:write</c>), only to bring archived channels back; without it a reopened incident gets a new channel.</summary>
    public string? UserToken { get; set; }

    /// <summary>Where Slack's Web API is.</summary>
    /// <value>The default is <c>https://slack.com/</c>.</value>
    public Uri ApiUrl { get; set; } = new("https://slack.com/");

    /// <summary>The id of the channel (<c>C…</c>) in which incidents are announced; none are without it.</summary>
    public string? AnnounceChannel { get; set; }

    /// <summary>How an incident's channel is named; <c>{number}</c>, <c>{date}</c>, <c>{severity}</c> and <c>{title}</c> are filled in.</summary>
    public string ChannelName { get; set; } = "inc-{number}-{date}-{title}";

    /// <summary>Which line a reaction says about the message under it: the emoji's name and the line, with <c>{entry}</c> and <c>{text}</c> filled in.</summary>
    public Dictionary<string, string> Reactions { get; set; } = new(StringComparer.Ordinal)
    {
        ["pushpin"] = "pin {entry}",
        ["star"] = "followup add {text} --owner me",
        ["fast_forward"] = "followup add {text}",
        ["scales"] = "decision {text}",
    };

    /// <summary>True when what is shared as a file in an incident's channel is copied to this server.</summary>
    public bool KeepFiles { get; set; } = true;

    /// <summary>The largest file that is copied, in megabytes; of larger ones only name, size and link are kept.</summary>
    [Range(1, 1000)]
    public int LargestFileMegabytes { get; set; } = 25;

    /// <summary>The largest file that is copied, in bytes.</summary>
    public long LargestFileBytes => LargestFileMegabytes * 1024L * 1024;

    /// <summary>True when incidents are run from Slack.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(BotToken) && (UsesSocket || SigningSecrets.Count > 0);

    /// <summary>True when the bot connects to Slack by itself, so that Slack need not reach this server.</summary>
    public bool UsesSocket => !string.IsNullOrWhiteSpace(AppToken);
}
