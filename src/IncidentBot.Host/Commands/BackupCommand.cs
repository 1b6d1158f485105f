using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Host.Settings;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>backup &lt;directory&gt;</c>: backs everything up and verifies it. A server that runs on the data is asked to do it; without one it is done here.</summary>
internal sealed class BackupCommand : Command
{
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public BackupCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("backup", "Backs everything up into a new directory below the one that is named, and verifies it, also while a server runs: backup /mnt/backups. Settings may follow, as with serve.")
    {
        this.compose = compose;
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => BackUpAsync(parsed.UnmatchedTokens, cancellation)));
    }

    private async Task<int> BackUpAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        if (words.Count == 0 || words[0].StartsWith('-')) return await FailedAsync("Where to? Name a directory: backup /mnt/backups.");
        var target = Path.GetFullPath(words[0]);
        var builder = Shell.Builder([.. words.Skip(1)]);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        if (!Directory.Exists(settings.DataDirectory)) return await FailedAsync($"There is no data directory {settings.DataDirectory}. Say where it is: --Store:Path=…");
        if (RunningServer.Find(settings.DataDirectory) is { } server && await AskAsync(server, target, cancellation) is { } answered) return answered;
        try
        {
            // Composed but never started: nothing listens, and nothing is kept or sealed meanwhile.
            await using var app = compose(builder, settings);
            return await DoneAsync((await app.Services.GetRequiredService<IBackups>().MakeAsync(target, cancellation)).Sentence);
        }
        catch (StoreInUseException taken)
        {
            return await FailedAsync($"{taken.Message} The server that runs on it could not be asked for the backup: {Path.Combine(settings.DataDirectory, RunningServer.Name)} does not say where it answers.");
        }
    }

    // Null when nobody answers: a server that was killed could not take its note away.
    private static async Task<int?> AskAsync(RunningServer server, string target, CancellationToken cancellation)
    {
        try
        {
            using var client = server.Client();
            using var answer = await client.PostAsJsonAsync(new Uri("/api/backups", UriKind.Relative), new BackupAsked(target), BackupAskedJson.Default.BackupAsked, cancellation);
            if (answer.IsSuccessStatusCode) return await DoneAsync((await answer.Content.ReadFromJsonAsync(BackupAskedJson.Default.BackupAnswered, cancellation))!.Sentence);
            var problem = await answer.Content.ReadFromJsonAsync(BackupAskedJson.Default.LineProblem, cancellation);
            return await FailedAsync(problem?.Detail ?? $"The server at {server.Address} answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException nobody) when (nobody.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException)
        {
            return await FailedAsync($"The server at {server.Address} broke off before it answered: {fault.Message.TrimEnd('.')}. Its log says more.");
        }
    }

    private static async Task<int> DoneAsync(string sentence)
    {
        await Console.Out.WriteLineAsync(sentence);
        return ExitCodes.Done;
    }

    private static async Task<int> FailedAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCodes.Failed;
    }
}

/// <summary>What the server is asked.</summary>
internal sealed record BackupAsked(string Target);

/// <summary>What it answers.</summary>
internal sealed record BackupAnswered(string Sentence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupAsked))]
[JsonSerializable(typeof(BackupAnswered))]
[JsonSerializable(typeof(LineProblem))]
internal sealed partial class BackupAskedJson : JsonSerializerContext;
