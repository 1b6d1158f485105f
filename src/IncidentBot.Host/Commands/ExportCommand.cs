using System.CommandLine;
using IncidentBot.Host.Settings;
using IncidentBot.Ports;
using IncidentBot.Web.Exports;
using IncidentBot.Web.Exports.Evidence;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>export INC-1</c>: writes the review or the evidence bundle to a file. A server that runs on the data is asked for it.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Option<string> format = new("--format") { Description = $"What to write: {ExportFormats.AllWords}", DefaultValueFactory = _ => "md" };
    private readonly Option<string?> place = new("--out") { Description = "The file, or the directory that it shall lie in; the working directory when left out" };
    private readonly Option<bool> force = new("--force") { Description = "Replaces a file that is there" };
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public ExportCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("export", "Writes an incident's review (md, html, json) or its evidence bundle to a file: export INC-1 --format bundle. Settings may follow, as with serve.")
    {
        this.compose = compose;
        TreatUnmatchedTokensAsErrors = false;
        Add(format);
        Add(place);
        Add(force);
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => ExportAsync(parsed, cancellation)));
    }

    private async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var words = parsed.UnmatchedTokens;
        if (words.Count == 0 || words[0].StartsWith('-')) return await FailedAsync("Which incident? Name it: export INC-1.");
        if (!IncidentId.TryParse(words[0], out var id)) return await FailedAsync($"“{Words.Brief(words[0], 40)}” is no incident's number; they look like INC-42.");
        if (ExportFormats.Find(parsed.GetValue(format)!) is not { } wanted) return await FailedAsync(ExportFormats.Unknown(parsed.GetValue(format)!));
        var target = new ExportTarget(id, wanted, parsed.GetValue(place), parsed.GetValue(force));
        if (target.Fault() is { } fault) return await FailedAsync(fault);

        var builder = Shell.Builder([.. words.Skip(1)]);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        if (!Directory.Exists(settings.DataDirectory)) return await FailedAsync($"There is no data directory {settings.DataDirectory}. Say where it is: --Store:Path=…");
        try
        {
            // Composed but never started: nothing listens, and nothing is kept or sealed meanwhile.
            await using var app = compose(builder, settings);
            return await WriteAsync(target, app.Services, cancellation);
        }
        catch (StoreInUseException taken)
        {
            if (RunningServer.Find(settings.DataDirectory) is { } server && await FetchAsync(target, server, cancellation) is { } exit) return exit;
            return await FailedAsync($"{taken.Message} A server that runs on it gives the file too: {settings.Addresses[0].TrimEnd('/')}/api/incidents/{id}/{wanted.File()} (for a private incident with ?by=<a member's name> behind it; with a token of scope read where people sign in).");
        }
    }

    private static async Task<int> WriteAsync(ExportTarget target, IServiceProvider services, CancellationToken cancellation)
    {
        // Who runs this can read the data directory: nothing is hidden from them.
        if (await services.GetRequiredService<IncidentDesk>().FindAsync(target.Incident, Person.Bot, cancellation) is not { } incident)
            return await FailedAsync(IncidentDesk.NoSuchIncident(target.Incident).Text);
        await services.GetRequiredService<IncidentDesk>().TakeAwayAsync(incident, target.Format.File(), Operator.Person, Operator.Via, cancellation);
        try
        {
            await target.WriteAsync(file => target.Format == ExportFormat.Bundle
                ? services.GetRequiredService<EvidenceBundle>().WriteAsync(incident, file, cancellation)
                : WriteReviewAsync(incident, target.Format, services, file, cancellation));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await FailedAsync(Unwritable(target, fault));
        }
        await Console.Out.WriteLineAsync($"{target.Path}: {target.Format.Title().ToLowerInvariant()} of {incident.Id}, {Words.Count(incident.Number, "entry", "entries")}.{target.Next}");
        return ExitCodes.Done;
    }

    private static async Task<int?> FetchAsync(ExportTarget target, RunningServer server, CancellationToken cancellation)
    {
        try
        {
            if (await ExportFromServer.WriteAsync(target, server, cancellation) is not { } sentence) return null;
            await Console.Out.WriteLineAsync(sentence);
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await FailedAsync(Unwritable(target, fault));
        }
    }

    private static string Unwritable(ExportTarget target, Exception fault) => $"{target.Path} cannot be written: {fault.Message.TrimEnd('.')}. Name another place with --out.";

    private static async Task WriteReviewAsync(Incident incident, ExportFormat format, IServiceProvider services, Stream file, CancellationToken cancellation)
    {
        var house = await services.GetRequiredService<IncidentDesk>().HouseAsync(cancellation);
        var document = await ReviewWriter.ReadAsync(incident.Id, incident.Number, services.GetRequiredService<ITimelineStore>(), house.Identities, cancellation);
        await file.WriteAsync(await StandaloneReview.WriteAsync(document, format), cancellation);
    }

    private static async Task<int> FailedAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCodes.Failed;
    }
}
