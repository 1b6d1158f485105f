using IncidentBot.Host.Settings.Reading;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>What rules complain about, with the questions that several of them ask.</summary>
internal sealed class RuleFaults(StartupFaults faults)
{
    public void Add(string setting, string sentence) => faults.Add(setting, sentence);

    /// <summary>The span, which must be longer than nothing.</summary>
    public TimeSpan? Positive(TimeSpan? span, string setting)
    {
        if (span <= TimeSpan.Zero) Add(setting, "This must be longer than no time at all. Write 20m, 2h or 3d.");
        return span;
    }

    /// <summary>A span that may also be <c>never</c>, which gives null; null too when the text is neither.</summary>
    public TimeSpan? OrNever(string text, string setting)
    {
        if (text.Equals(PolicyRules.Never, StringComparison.OrdinalIgnoreCase)) return null;
        if (Moments.Span(text) is { } span) return Positive(span, setting);
        Add(setting, $"“{Words.Brief(text, 40)}” is not a length of time. Write 7d, 12h, or never.");
        return null;
    }

    /// <summary>The severity from which on a rule holds; null when it never does, or when the text is none.</summary>
    public Severity? From(string text, string setting)
    {
        if (Severity.TryParse(text, out var severity)) return severity;
        if (!text.Equals(PolicyRules.Never, StringComparison.OrdinalIgnoreCase)) Add(setting, $"“{Words.Brief(text, 40)}” is not a severity. Write from which one on this holds (SEV2: for SEV2 and worse), or never.");
        return null;
    }

    /// <summary>One of an enumeration's names; null (and a fault that names the nearest) when it is none.</summary>
    public T? Choice<T>(string text, string setting) where T : struct, Enum
    {
        if (Enum.TryParse<T>(text, ignoreCase: true, out var choice) && char.IsLetter(text[0])) return choice;
        Add(setting, $"There is no such setting. The nearest is {setting[..^text.Length]}{Spelling.Nearest(text, Enum.GetNames<T>())}.");
        return null;
    }
}
