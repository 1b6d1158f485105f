using System.Runtime.CompilerServices;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>Examines what the house has set up in Slack: whether it answers, and whether tokens, scopes and channels are as they must be.</summary>
internal sealed class SlackCheckup(ISlack slack, SlackReach reach, WaysIn ways, AnnounceCheck announce, SlackOptions options, PolicyBook policies) : ICheckup
{
    /// <inheritdoc/>
    public string Part => SlackNames.Chat;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var reached = await reach.ExamineAsync(cancellation);
        foreach (var finding in reached) yield return finding;
        if (reached[0].Kind == FindingKind.Wrong) yield break;

        var (self, token) = await SelfAsync(cancellation);
        yield return token;
        if (self is not null)
            foreach (var finding in Scopes(self.Scopes)) yield return finding;
        foreach (var finding in await ways.ExamineAsync(cancellation)) yield return finding;
        if (self is not null) yield return await announce.ExamineAsync(self, cancellation);
        yield return Finding.Note($"The slash command must be /{policies.Current.Command} in the app's settings, under Slash Commands: Slack does not tell which are there. Response:Command names it here.");
        if (options.UserToken is { Length: > 0 }) yield return Finding.Note("Slack:UserToken is proven when an archived channel is first brought back.");
    }

    private async Task<(SlackSelf? Self, Finding Finding)> SelfAsync(CancellationToken cancellation)
    {
        try
        {
            var self = await slack.SelfAsync(cancellation);
            return (self, Finding.Well($"The bot token is good: the bot is {await NameAsync(self, cancellation)} in the workspace {self.TeamName} ({self.Team})."));
        }
        catch (Exception no) when (SlackTrouble.Is(no))
        {
            return (null, Finding.Wrong(no.Message));
        }
    }

    private async Task<string> NameAsync(SlackSelf self, CancellationToken cancellation)
    {
        try
        {
            return await slack.UserAsync(self.User, cancellation) is { } user ? $"@{user.Name}" : self.User;
        }
        catch (Exception no) when (SlackTrouble.Is(no))
        {
            // Without the scope for names the id must do; the scope is told as missing anyway.
            return self.User;
        }
    }

    private static IEnumerable<Finding> Scopes(IReadOnlyList<string> granted)
    {
        if (granted.Count == 0) return [Finding.Note("Slack did not say which scopes the bot has. Compare them with README's table under OAuth & Permissions, Bot Token Scopes.")];
        var missing = SlackScopes.Bot.Where(scope => !granted.Contains(scope.Name)).ToList();
        return missing.Count == 0
            ? [Finding.Well($"All {SlackScopes.Bot.Count} scopes are granted.")]
            : missing.Select(scope => Finding.Wrong(
                $"The scope {scope.Name} is missing; it is needed to {scope.Reason}. Add it under OAuth & Permissions → Scopes → Add an OAuth Scope → {scope.Name}, then press Reinstall to Workspace."));
    }
}
