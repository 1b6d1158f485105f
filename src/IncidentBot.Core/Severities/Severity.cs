using System.Globalization;

namespace IncidentBot;

/// <summary>How bad it is: SEV1 is the worst. Lower numbers are more severe, so "at least SEV2" means level 2 or less.</summary>
public readonly record struct Severity(int Level) : IComparable<Severity>
{
    /// <summary>True when this one is worse than the other.</summary>
    public bool IsWorseThan(Severity other) => Level < other.Level;

    /// <summary>True when this one is as bad as the threshold or worse.</summary>
    public bool IsAtLeast(Severity threshold) => Level <= threshold.Level;

    /// <summary>Reads <c>sev2</c>, <c>SEV-2</c>, <c>s2</c> or <c>2</c>.</summary>
    public static bool TryParse(string? text, out Severity severity)
    {
        severity = default;
        var digits = (text ?? "").ToLowerInvariant().Replace("sev", "").TrimStart('s').TrimStart('-').Trim();
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var level) || level is < 1 or > 9) return false;
        severity = new Severity(level);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Severity other) => Level.CompareTo(other.Level);

    /// <inheritdoc/>
    public override string ToString() => $"SEV{Level}";
}
