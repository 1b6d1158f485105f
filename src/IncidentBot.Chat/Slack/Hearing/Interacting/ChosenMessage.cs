namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>A message that somebody chose, to make something of it.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">What, in plain words.</param>
/// <param name="Link">Where it stands in Slack.</param>
internal sealed record ChosenMessage(string Author, string Text, string Link)
{
    /// <summary>The most characters of it that a form remembers.</summary>
    public const int Longest = 1_000;

    /// <summary>Its words, with who wrote them and where.</summary>
    public string WithSource => $"{Text}\n({Author}, {Link})".Trim();

    /// <summary>Its words as a note tells them.</summary>
    public string AsNote => $"{Author} wrote: {Text} {Link}";

    /// <summary>A link to a message, as Slack makes them.</summary>
    /// <param name="api">Where Slack's Web API is: its site for governments has links of its own.</param>
    /// <param name="domain">The workspace's; null when it is not known.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="ts">The message's <c>ts</c>.</param>
    /// <param name="thread">The <c>ts</c> of the message that it answers; null outside threads.</param>
    public static string LinkTo(Uri api, string? domain, string channel, string ts, string? thread)
    {
        var site = api.Host.EndsWith("slack-gov.com", StringComparison.OrdinalIgnoreCase) ? "slack-gov.com" : "slack.com";
        var place = $"https://{(domain is null ? "" : domain + ".")}{site}/archives/{channel}/p{ts.Replace(".", "")}";
        return thread is null || thread == ts ? place : $"{place}?thread_ts={thread}&cid={channel}";
    }
}
