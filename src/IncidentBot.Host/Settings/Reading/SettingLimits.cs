using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>What a setting's value must keep within, as its property says.</summary>
internal static class SettingLimits
{
    /// <summary>Why the value is not possible; null when it is.</summary>
    public static string? Fault(PropertyInfo property, object value, string text)
    {
        var broken = property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(limit => !limit.IsValid(value));
        return broken switch
        {
            null => null,
            RangeAttribute range => $"{Words.Brief(text, 40)} is not possible. Write {Bound(range, range.Minimum)} to {Bound(range, range.Maximum)}.",
            RequiredAttribute => "This must not be empty.",
            _ => broken.FormatErrorMessage(property.Name),
        };
    }

    private static string Bound(RangeAttribute range, object bound) =>
        range.OperandType == typeof(TimeSpan) ? Span(TimeSpan.Parse(bound.ToString()!, CultureInfo.InvariantCulture)) : bound.ToString()!;

    private static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => $"{span.TotalDays}d",
        { TotalHours: >= 1 } => $"{span.TotalHours}h",
        { TotalMinutes: >= 1 } => $"{span.TotalMinutes}m",
        _ => $"{span.TotalSeconds}s",
    };
}
