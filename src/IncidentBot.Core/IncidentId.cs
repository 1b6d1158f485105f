using System.Globalization;

namespace IncidentBot;

/// <summary>An incident's number, as people say it: <c>INC-42</c>. Number 0 is the house: the general room, people, seals of the whole.</summary>
public readonly record struct IncidentId(long Number) : IComparable<IncidentId>
{
    /// <summary>The house itself, stream 0.</summary>
    public static readonly IncidentId House = new(0);

    /// <summary>True for the house.</summary>
    public bool IsHouse => Number == 0;

    /// <summary>Reads <c>INC-42</c>, <c>inc42</c> or <c>#42</c>.</summary>
    public static bool TryParse(string? text, out IncidentId id)
    {
        id = default;
        var digits = text switch
        {
            null => "",
            _ when text.StartsWith("inc-", StringComparison.OrdinalIgnoreCase) => text[4..],
            _ when text.StartsWith("inc", StringComparison.OrdinalIgnoreCase) => text[3..],
            _ when text.StartsWith('#') => text[1..],
            _ => "",
        };
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostIncidents) return false;
        id = new IncidentId(number);
        return true;
    }

    /// <summary>The highest number an incident can have (39 bits, the store's limit for a stream).</summary>
    public const long MostIncidents = (1L << 39) - 1;

    /// <inheritdoc/>
    public int CompareTo(IncidentId other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public override string ToString() => IsHouse ? "the house" : $"INC-{Number}";
}
