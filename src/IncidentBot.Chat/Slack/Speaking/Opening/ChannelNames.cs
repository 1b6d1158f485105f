using System.Globalization;

namespace IncidentBot.Chat.Slack.Speaking.Opening;

/// <summary>What an incident's channel may be called: by the house's template, in the few characters that Slack takes.</summary>
internal static class ChannelNames
{
    private const int Longest = 80;
    private const int Most = 50;

    /// <summary>The names in the order in which they are tried: the template's own, then with a number behind it.</summary>
    public static IEnumerable<string> Of(Incident incident, string template)
    {
        var name = Fill(incident, template);
        yield return Cut(name, Longest);
        for (var number = 2; number <= Most; number++)
        {
            var suffix = $"-{number.ToString(CultureInfo.InvariantCulture)}";
            yield return Cut(name, Longest - suffix.Length) + suffix;
        }
    }

    /// <summary>True when names of this template are one incident's alone, because they carry its number.</summary>
    public static bool NameOne(string template) => template.Contains("{number}", StringComparison.Ordinal);

    private static string Fill(Incident incident, string template)
    {
        var filled = template
            .Replace("{number}", incident.Id.Number.ToString(CultureInfo.InvariantCulture))
            .Replace("{date}", incident.DeclaredAt.ToUniversalTime().ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            .Replace("{severity}", incident.Severity.ToString())
            .Replace("{title}", Slug.Of(incident.Title));
        return Slug.Of(filled) is { Length: > 0 } name ? name : Slug.Of(incident.Id.ToString());
    }

    private static string Cut(string name, int longest) => name.Length <= longest ? name : name[..longest].TrimEnd('-', '_');
}
