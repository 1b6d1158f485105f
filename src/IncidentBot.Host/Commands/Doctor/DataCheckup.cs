using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentBot.Host.Health;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands.Doctor;

/// <summary>Examines the data directory: whether it can be used, or how the server does that runs on it.</summary>
/// <param name="directory">The directory.</param>
/// <param name="house">Composes the house on it, without starting it.</param>
internal sealed class DataCheckup(string directory, Func<WebApplication> house) : ICheckup
{
    /// <inheritdoc/>
    public string Part => "Data";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Directory.Exists(directory)) yield return ToBeMade();
        else if (RunningServer.Find(directory) is { } server && await AskAsync(server, cancellation) is { } answered) yield return answered;
        else yield return await OpenAsync();
    }

    private static async Task<Finding?> AskAsync(RunningServer server, CancellationToken cancellation)
    {
        try
        {
            using var client = server.Client();
            client.Timeout = TimeSpan.FromSeconds(10);
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            if (await answer.Content.ReadFromJsonAsync(HealthJson.Default.HealthView, cancellation) is not { } health) return null;
            var sentence = $"A server runs on it at {server.Address.TrimEnd('/')} and is {health.Status}. {health.Sentence}";
            return health.Status == "ready" ? Finding.Well(sentence) : Finding.Wrong(sentence);
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // One that was killed left its note behind.
            return null;
        }
    }

    private async Task<Finding> OpenAsync()
    {
        try
        {
            await using var app = house();
            var health = app.Services.GetRequiredService<ITimelineStore>().Health;
            return health.Fenced is { } fenced ? Finding.Wrong(fenced) : Finding.Well($"{directory} can be read and written, and no server runs on it. It holds {Words.Count((int)health.DurablePosition, "entry", "entries")}.");
        }
        catch (Exception fault) when (fault is StoreUnavailableException or StoreFencedException)
        {
            return Finding.Wrong(fault.Message);
        }
    }

    private Finding ToBeMade()
    {
        var above = new DirectoryInfo(directory).Parent;
        while (above is { Exists: false }) above = above.Parent;
        try
        {
            using var probe = new FileStream(Path.Combine(above!.FullName, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return Finding.Note($"There is no {directory} yet; the first start makes it.");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong($"There is no {directory}, and it cannot be made: {closed.Message.TrimEnd('.')}. Make it for this account, or set Store:Path to another one.");
        }
    }
}
