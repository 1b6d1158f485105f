using System.Text.RegularExpressions;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>What updates begin with.</summary>
internal static partial class TemplateRules
{
    private static readonly string[] Known = ["{title}", "{severity}", "{impact}"];

    public static IReadOnlyDictionary<Audience, string> Over(IReadOnlyDictionary<Audience, string> defaults, Dictionary<string, string> settings, string path, RuleFaults at)
    {
        if (settings.Count == 0) return defaults;
        var templates = new Dictionary<Audience, string>(defaults);
        foreach (var (name, template) in settings)
        {
            var setting = $"{path}:{name}";
            foreach (var blank in Blanks().Matches(template).Select(match => match.Value).Where(blank => !Known.Contains(blank)))
                at.Add(setting, $"{Words.Brief(blank, 40)} cannot be filled in. There is {Words.Join(Known)}.");
            if (at.Choice<Audience>(name, setting) is { } audience) templates[audience] = template;
        }
        return templates;
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
