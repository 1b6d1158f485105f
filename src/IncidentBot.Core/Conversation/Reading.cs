using System.Globalization;

namespace IncidentBot;

/// <summary>Reads the values of options; what cannot be read becomes a sentence, and the first one counts.</summary>
internal sealed class Reading(Arguments arguments, Setting setting)
{
    /// <summary>What could not be read; null when everything could.</summary>
    public string? Fault { get; private set; }

    /// <summary>A moment that has passed; null when the option is absent.</summary>
    public DateTimeOffset? Moment(string option) => Read(
        option, text => Moments.Past(text, setting.Now), text => $"“{Brief(text)}” is no time that I can read behind --{option}. Use {Moments.Examples}.");

    /// <summary>The beginning of a stretch of time; null when the option is absent.</summary>
    public DateTimeOffset? Since(string option) => Read(option, text => SearchMoments.Since(text, setting.Now), text => NoEnd(text, option));

    /// <summary>The end of a stretch of time; null when the option is absent.</summary>
    public DateTimeOffset? Until(string option) => Read(option, text => SearchMoments.Until(text, setting.Now), text => NoEnd(text, option));

    /// <summary>A due date; null when the option is absent.</summary>
    public DateTimeOffset? Due(string option) => Read(
        option, text => Moments.Due(text, setting.Now), text => $"“{Brief(text)}” is no date that I can read behind --{option}. Use 2026-12-01, 3d, 2w or friday.");

    /// <summary>A span; null when the option is absent.</summary>
    public TimeSpan? Span(string option) => Read(
        option, Moments.Span, text => $"“{Brief(text)}” is no time span that I can read behind --{option}. Use 30m, 2h or 3d.");

    /// <summary>A count; null when the option is absent.</summary>
    public int? Count(string option) => Read<int>(
        option,
        text => int.TryParse(text.Replace(",", "").Replace(".", "").Replace(" ", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
        text => $"“{Brief(text)}” is no whole number behind --{option}.");

    /// <summary>One of an enumeration's words; null when the option is absent.</summary>
    public T? Choice<T>(string option) where T : struct, Enum => Read<T>(
        option,
        text => Enum.TryParse<T>(text, ignoreCase: true, out var choice) && !char.IsAsciiDigit(text[0]) && text[0] != '-' ? choice : null,
        text => $"“{Brief(text)}” is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()} (--{option}).");

    /// <summary>A severity; null when the option is absent.</summary>
    public Severity? Severity(string option) => Read<Severity>(
        option, text => IncidentBot.Severity.TryParse(text, out var severity) ? severity : null, text => $"“{Brief(text)}” is no severity. Use sev1 to sev{setting.Policy.Severities[^1].Severity.Level}.");

    /// <summary>A person; null when the option is absent.</summary>
    public Person? Person(string option) => arguments.Option(option) is { } mention ? PersonIn(mention) : null;

    /// <summary>The person behind a mention; <c>me</c> is who speaks; null (and a fault) when it names nobody.</summary>
    public Person? PersonIn(string mention)
    {
        if (mention.TrimStart('@').Equals("me", StringComparison.OrdinalIgnoreCase)) return setting.By;
        if (setting.Mentioned.TryGetValue(mention.TrimStart('@'), out var meant)) return setting.House.Recognise(meant, setting.Policy);
        if (IncidentBot.Person.HandleOf(mention.TrimStart('@')).Length == 0 || mention.Length > Limits.Name + 1)
        {
            Fault ??= $"“{Brief(mention)}” names nobody. Mention a person like @ana.";
            return null;
        }
        var person = setting.House.PersonBy(mention, setting.Incident, setting.Policy);
        if (person is null) Fault ??= House.Nobody(mention);
        return person;
    }

    private T? Read<T>(string option, Func<string, T?> parse, Func<string, string> fault) where T : struct
    {
        if (arguments.Option(option) is not { } text) return null;
        var value = parse(text);
        if (value is null) Fault ??= fault(text);
        return value;
    }

    private static string NoEnd(string text, string option) => $"“{Brief(text)}” is no time that I can read behind --{option}. Use {SearchMoments.Examples}.";

    private static string Brief(string text) => Words.Brief(text, 40);
}
