using System.CommandLine;
using System.Globalization;
using IncidentBot.Host.Settings;
using IncidentBot.Stores.Backups;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>restore &lt;backup&gt;</c>: brings a backup back into an empty data directory, verified before and after.</summary>
internal sealed class RestoreCommand : Command
{
    public RestoreCommand()
        : base("restore", "Restores a backup into an empty data directory and verifies it: restore /mnt/backups/incidentbot-20261125-104200Z --Store:Path=/var/lib/incidentbot. Settings may follow, as with serve.")
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => RestoreAsync(parsed.UnmatchedTokens, cancellation)));
    }

    private static async Task<int> RestoreAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words.Count == 0 || words[0].StartsWith('-'))
        {
            await Console.Error.WriteLineAsync("Which backup? Name its directory: restore /mnt/backups/incidentbot-20261125-104200Z.");
            return ExitCodes.Failed;
        }
        var settings = SettingsPage.Read(Shell.Builder([.. words.Skip(1)]).Configuration, AllVerbs.Create());
        var restored = await new BackupRestore(words[0], settings.DataDirectory, settings.House.Seals.KeyFile, TimeProvider.System).RunAsync(cancellation);
        await Console.Out.WriteLineAsync(Told(restored));
        return ExitCodes.Done;
    }

    private static string Told(RestoredBackup restored) => string.Create(
        CultureInfo.InvariantCulture,
        $"Restored {restored.Entries:N0} {(restored.Entries == 1 ? "entry" : "entries")} of {Words.Count(restored.Timelines, "timeline")} and {Words.Count(restored.Files, "file")} up to {Words.Moment(restored.MadeAt)} into {restored.Directory}, and verified them. ")
        + $"The first start builds lists and search anew. Start it: incidentbot serve --Store:Path={restored.Directory}";
}
