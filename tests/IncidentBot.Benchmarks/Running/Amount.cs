namespace IncidentBot.Benchmarks.Running;

/// <summary>How much is measured.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Rounds">How often each side has its turn.</param>
/// <param name="Slice">How long a turn is, where it is measured in time.</param>
/// <param name="Lines">Lines in a turn, where it is measured in lines.</param>
/// <param name="LongIncident">Entries of the long incident.</param>
/// <param name="Sizes">Entries of the small, the middle and the large store.</param>
/// <param name="Rest">How long a program is left alone before its memory is read.</param>
internal sealed record Amount(
    string Name, int Rounds, TimeSpan Slice, int Lines, int LongIncident, IReadOnlyList<int> Sizes, TimeSpan Rest)
{
    /// <summary>What the note quotes.</summary>
    public static readonly Amount Full = new(
        "full", 7, TimeSpan.FromSeconds(2), 4_000, 10_000, [1_000, 100_000, 1_000_000], TimeSpan.FromSeconds(15));

    /// <summary>To see whether something broke.</summary>
    public static readonly Amount Quick = new(
        "quick", 3, TimeSpan.FromMilliseconds(400), 3_000, 2_000, [1_000, 10_000, 50_000], TimeSpan.FromSeconds(3));

    /// <summary>Entries of the middle store.</summary>
    public int Middle => Sizes[1];

    /// <summary>Entries of the large store.</summary>
    public int Large => Sizes[^1];
}
