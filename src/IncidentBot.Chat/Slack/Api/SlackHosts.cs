namespace IncidentBot.Chat.Slack.Api;

/// <summary>To which hosts the bot writes and from which it reads, when an address comes from outside.</summary>
internal sealed class SlackHosts(SlackOptions options)
{
    private static readonly string[] Files = ["slack.com", "slack-edge.com", "slack-files.com", "slack-gov.com"];

    /// <summary>True for an address at which Slack takes answers.</summary>
    public bool TakesAnswers(Uri address) => IsApi(address) || (IsSafe(address) && address.IdnHost is "hooks.slack.com" or "hooks.slack-gov.com");

    /// <summary>True for an address at which Slack keeps files: the bot's token may go there.</summary>
    public bool KeepsFiles(Uri address) => IsApi(address) || (IsSafe(address) && Files.Any(host => address.IdnHost == host || address.IdnHost.EndsWith($".{host}", StringComparison.Ordinal)));

    // What the settings name is trusted as it is: an emulator on loopback has no certificate.
    private bool IsApi(Uri address) => address.IsAbsoluteUri && address.Scheme == options.ApiUrl.Scheme && address.IdnHost == options.ApiUrl.IdnHost && address.UserInfo.Length == 0;

    private static bool IsSafe(Uri address) => address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0;
}
