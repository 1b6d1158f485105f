using System.Globalization;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>The kinds of values that a setting can have, and how they are written.</summary>
internal static class SettingValues
{
    /// <summary>True for one value; false for a list or a group.</summary>
    public static bool IsValue(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(bool) || type == typeof(TimeSpan) || type == typeof(Severity) || type == typeof(Uri) || type.IsEnum;

    /// <summary>The value; null when the text is none of that kind.</summary>
    public static object? Read(Type type, string text) =>
        type == typeof(string) ? text
        : type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null
        : type == typeof(bool) ? bool.TryParse(text, out var flag) ? flag : null
        : type == typeof(TimeSpan) ? Moments.Span(text) ?? (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null)
        : type == typeof(Severity) ? Severity.TryParse(text, out var severity) ? severity : null
        : type == typeof(Uri) ? Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null
        : Enum.TryParse(type, text, ignoreCase: true, out var choice) && char.IsLetter(text[0]) ? choice : null;

    /// <summary>What is wanted, in words.</summary>
    public static string Wanted(Type type) =>
        type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a length of time. Write 20m, 2h, 3d or 1h30m"
        : type == typeof(Severity) ? "a severity. Write SEV1 to SEV9"
        : type == typeof(Uri) ? "an address. Write https://…"
        : type.IsEnum ? $"known here. There is {string.Join(", ", Enum.GetNames(type))}"
        : "a text";
}
