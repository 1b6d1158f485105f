using System.Globalization;
using IncidentBot.Host.Settings;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>verify [INC-1]</c>: computes the timelines anew while no server runs, and tells the first entry that is not as it was recorded.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public VerifyCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("verify", "Verifies every timeline, or one: verify INC-1. Exit code 1 when anything is wrong. Settings may follow, as with serve.")
    {
        this.compose = compose;
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => VerifyAsync(parsed.UnmatchedTokens, cancellation)));
    }

    private async Task<int> VerifyAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        IncidentId? only = null;
        if (words.Count > 0 && !words[0].StartsWith('-'))
        {
            if (!IncidentId.TryParse(words[0], out var id)) return await FailedAsync($"“{Words.Brief(words[0], 40)}” is no incident's number; they look like INC-42.");
            (only, words) = (id, [.. words.Skip(1)]);
        }
        var builder = Shell.Builder(words);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        if (!Directory.Exists(settings.DataDirectory)) return await FailedAsync($"There is no data directory {settings.DataDirectory}. Say where it is: --Store:Path=…");
        // Composed but never started: nothing listens, and nothing is kept or sealed meanwhile.
        await using var app = compose(builder, settings);
        return await AuditAsync(only, app.Services, cancellation);
    }

    private static async Task<int> AuditAsync(IncidentId? only, IServiceProvider services, CancellationToken cancellation)
    {
        var (store, seals) = (services.GetRequiredService<ITimelineStore>(), services.GetRequiredService<ISealBook>());
        if (only is { } asked && !await IsKnownAsync(asked, store, seals, cancellation)) return await FailedAsync(IncidentDesk.NoSuchIncident(asked).Text);
        var report = only is { } id
            ? await TimelineAudit.OfAsync(id, store, seals, cancellation)
            : await TimelineAudit.OfAllAsync(store, seals, cancellation);
        foreach (var fault in report.Faults) await Console.Error.WriteLineAsync(fault.Sentence);
        if (!report.IsSound) return ExitCodes.Failed;
        await Console.Out.WriteLineAsync(only is null ? Whole(report) : report.Timelines[0].Sentence);
        return ExitCodes.Done;
    }

    // One that was lost whole is known by its seals.
    private static async ValueTask<bool> IsKnownAsync(IncidentId id, ITimelineStore store, ISealBook seals, CancellationToken cancellation) =>
        id.Number <= await store.LastStreamAsync(cancellation) || (await seals.ReadAsync(cancellation)).Any(kept => kept.Seal.Stream == id.Number);

    private static string Whole(AuditReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Words.Count(report.Timelines.Count, "timeline")} with {report.Entries:N0} entries: every chain is intact. {report.Entries - report.Unsealed:N0} entries are sealed by {Words.Count(report.Seals, "seal")}; {report.Unsealed:N0} are chained but not sealed yet.");

    private static async Task<int> FailedAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCodes.Failed;
    }
}
