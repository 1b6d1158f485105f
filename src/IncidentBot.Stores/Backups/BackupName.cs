using System.Globalization;

namespace IncidentBot.Stores.Backups;

/// <summary>What the directory of a backup is called: when it was begun, and how far it has come.</summary>
internal static class BackupName
{
    /// <summary>Behind the name of one that is being written.</summary>
    internal const string Partial = ".partial";

    /// <summary>Behind the name of one that did not pass its verification.</summary>
    internal const string Failed = ".failed";

    private const string Start = "incidentbot-";
    private const string Moment = "yyyyMMdd-HHmmss'Z'";
    private const int Letters = 16;

    internal static string Of(DateTimeOffset at) => Start + at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    /// <summary>When it was begun, if that is the name of a backup, whole or not.</summary>
    internal static DateTimeOffset? MadeAt(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal) && name.Length >= Start.Length + Letters
        && DateTimeOffset.TryParseExact(name.Substring(Start.Length, Letters), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    internal static bool IsWhole(string name) =>
        MadeAt(name) is not null && !name.EndsWith(Partial, StringComparison.Ordinal) && !name.EndsWith(Failed, StringComparison.Ordinal);
}
