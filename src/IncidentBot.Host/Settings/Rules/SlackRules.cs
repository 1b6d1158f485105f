using System.Text.RegularExpressions;
using IncidentBot.Chat.Slack;
using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>What must be so for incidents to be run from Slack.</summary>
internal static partial class SlackRules
{
    private const string WhereBotToken = "Copy the Bot User OAuth Token from OAuth & Permissions on the app's page at api.slack.com/apps.";
    private static readonly string[] NameBlanks = ["{number}", "{date}", "{severity}", "{title}"];
    private static readonly string[] LineBlanks = ["{entry}", "{text}"];

    public static void Check(SlackOptions slack, Verbs verbs, StartupFaults faults)
    {
        void Fault(string setting, string sentence) => faults.Add($"{SlackOptions.Section}:{setting}", sentence);

        CheckTokens(slack, Fault);
        CheckSecrets(slack, Fault);
        CheckHalves(slack, Fault);
        if (slack.AnnounceChannel is { } channel && !ChannelId().IsMatch(channel))
            Fault(nameof(slack.AnnounceChannel), $"“{Words.Brief(channel, 60)}” is a name: open the channel's details in Slack and copy its ID, it begins with C.");
        CheckName(slack.ChannelName, Fault);
        foreach (var (emoji, line) in slack.Reactions) CheckReaction(emoji, line, verbs, Fault);
    }

    private static void CheckTokens(SlackOptions slack, Action<string, string> fault)
    {
        if (slack.BotToken is { Length: > 0 } bot && TokenFault(bot, "xoxb-", "bot token", WhereBotToken) is { } noBot) fault(nameof(slack.BotToken), noBot);
        if (slack.AppToken is { Length: > 0 } app && TokenFault(app, "xapp-", "app-level token", "Make one under Basic Information, App-Level Tokens, with the scope connections:write.") is { } noApp)
            fault(nameof(slack.AppToken), noApp);
        if (slack.UserToken is { Length: > 0 } user && TokenFault(user, "xoxp-", "person's token", "Copy the User OAuth Token from OAuth & Permissions, or leave the setting out.") is { } noUser)
            fault(nameof(slack.UserToken), noUser);
    }

    private static string? TokenFault(string token, string begins, string kind, string where) =>
        token.StartsWith(begins, StringComparison.Ordinal) ? null
        : token.StartsWith("xoxe", StringComparison.Ordinal) ? "This token expires by itself (xoxe…): the app rotates its tokens, and that cannot be switched off again. Make the app anew from the manifest."
        : $"This is no {kind}: they begin with {begins}. {where}";

    private static void CheckSecrets(SlackOptions slack, Action<string, string> fault)
    {
        if (slack.SigningSecrets.Any(string.IsNullOrWhiteSpace)) fault(nameof(slack.SigningSecrets), "An empty secret would let anybody in. Copy the Signing Secret from Basic Information, or remove the entry.");
        if (slack.SigningSecrets.Any(secret => secret.StartsWith("xox", StringComparison.Ordinal) || secret.StartsWith("xapp-", StringComparison.Ordinal)))
            fault(nameof(slack.SigningSecrets), "This is a token, not a secret. Copy the Signing Secret from Basic Information, App Credentials.");
    }

    private static void CheckHalves(SlackOptions slack, Action<string, string> fault)
    {
        var hears = slack.UsesSocket || slack.SigningSecrets.Count > 0;
        var speaks = !string.IsNullOrWhiteSpace(slack.BotToken);
        if (speaks && !hears) fault(nameof(slack.AppToken), "The bot could speak but not hear. Set Slack:AppToken (xapp-…, Socket Mode: Slack need not reach this server) or Slack:SigningSecrets (Slack sends its requests here).");
        if (hears && !speaks) fault(nameof(slack.BotToken), $"The bot could hear but not speak: its token is missing. {WhereBotToken}");
    }

    private static void CheckName(string template, Action<string, string> fault)
    {
        foreach (var blank in Blanks().Matches(template).Select(match => match.Value).Where(blank => !NameBlanks.Contains(blank)))
            fault(nameof(SlackOptions.ChannelName), $"{Words.Brief(blank, 40)} cannot be filled in. There is {Words.Join(NameBlanks)}.");
        if (!template.Contains(NameBlanks[0], StringComparison.Ordinal)) fault(nameof(SlackOptions.ChannelName), "Without {number} two incidents could want the same channel. Write inc-{number}-{title}.");
        if (Blanks().Replace(template, "") is var rest && !NameLetters().IsMatch(rest))
            fault(nameof(SlackOptions.ChannelName), $"Slack's channels are named with small letters, digits, dashes and underscores; “{Words.Brief(rest, 40)}” has others.");
    }

    private static void CheckReaction(string emoji, string line, Verbs verbs, Action<string, string> fault)
    {
        var setting = $"{nameof(SlackOptions.Reactions)}:{emoji}";
        if (!emoji.Any(char.IsLetterOrDigit)) fault(setting, "This is an emoji, not its name. Write the name that Slack shows when you point at it, without colons: pushpin.");
        if (line.Split(' ', 2)[0] is var verb && verbs.Find(verb) is null) fault(setting, $"There is no verb “{Words.Brief(verb, 40)}”. The nearest is {verbs.Nearest(verb).Word}.");
        foreach (var blank in Blanks().Matches(line).Select(match => match.Value).Where(blank => !LineBlanks.Contains(blank)))
            fault(setting, $"{Words.Brief(blank, 40)} cannot be filled in. There is {Words.Join(LineBlanks)}.");
    }

    [GeneratedRegex("^[CG][A-Z0-9]{5,}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelId();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^[a-z0-9_-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameLetters();
}
