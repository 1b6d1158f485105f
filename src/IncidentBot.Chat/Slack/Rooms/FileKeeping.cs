using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>
/// Puts the files of messages on timelines: with their content where the house keeps it, and always with their name. What the end
/// of the host cuts off is found again by reading back, which waits for files.
/// </summary>
internal sealed class FileKeeping(ISlack slack, IncidentDesk desk, Shelf shelf, IFileStore store, SlackOptions options, TimeProvider clock, ILogger<FileKeeping> logger) : IHostedService, IDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Lazy<Task>> underway = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim places = new(AtOnce);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Records a file, once, also when that is asked for several times at once. Completes when it is on the timeline.</summary>
    public async Task KeepAsync(Overheard inMessage, SlackFile file)
    {
        var identity = SlackNames.File(inMessage.Identity, file.Id);
        if (file.IsGone || (await shelf.PeekAsync(inMessage.Room, CancellationToken.None)).KnownMessages.ContainsKey(identity)) return;
        var keeping = underway.GetOrAdd(identity, _ => new Lazy<Task>(() => Task.Run(() => RecordAsync(inMessage, file, identity))));
        try
        {
            await keeping.Value;
        }
        finally
        {
            underway.TryRemove(new(identity, keeping));
        }
    }

    /// <summary>Records a file: at once when no more than that is to be done, or else soon.</summary>
    public Task KeepSoonAsync(Overheard inMessage, SlackFile file)
    {
        if (!file.IsUntold && !IsCopied(file)) return KeepAsync(inMessage, file);
        _ = KeepQuietlyAsync(inMessage, file);
        return Task.CompletedTask;
    }

    /// <summary>Completes when every file that is being recorded is so, or is left for later.</summary>
    public Task RestAsync() => Task.WhenAll(underway.Values.Select(keeping => keeping.Value));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await RestAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    private async Task KeepQuietlyAsync(Overheard inMessage, SlackFile file)
    {
        try
        {
            await KeepAsync(inMessage, file);
        }
        catch (Exception fault)
        {
            if (!stopping.IsCancellationRequested) Log.FileNotRecorded(logger, fault, file.Id);
        }
    }

    private async Task RecordAsync(Overheard inMessage, SlackFile file, string identity)
    {
        var told = file.IsUntold ? await TryAsync(file, cancellation => AskAsync(file, cancellation)) ?? file : file;
        if (told.IsGone) return;
        var stored = IsCopied(told) ? await TryAsync(told, cancellation => CopyAsync(told, cancellation)) : null;
        await desk.OverhearFileAsync(inMessage, new FileShared(told.Name, told.MediaType, stored?.Bytes ?? told.Bytes, stored?.Sha256 ?? "", Identity: identity, Link: told.Link));
    }

    private bool IsCopied(SlackFile file) => options.KeepFiles && file.Content is not null && file.Bytes <= options.LargestFileBytes;

    private async Task<SlackFile?> AskAsync(SlackFile file, CancellationToken cancellation) =>
        await slack.FileAsync(file.Id, cancellation) is { } json && SlackFile.Read(json) is { IsUntold: false } told ? told : null;

    private async Task<StoredFile?> CopyAsync(SlackFile file, CancellationToken cancellation)
    {
        await using var content = await slack.DownloadAsync(file.Content!, cancellation);
        return await store.PutAsync(content, options.LargestFileBytes, cancellation);
    }

    // What Slack does not give in time is null; that the host ends is no answer.
    private async Task<T?> TryAsync<T>(SlackFile file, Func<CancellationToken, Task<T?>> ask) where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping.Token);
        await places.WaitAsync(stopping.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (Exception fault) when (IsFarSides(fault) && !stopping.IsCancellationRequested)
        {
            Log.FileNotKept(logger, file.Id, fault.Message);
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    private static bool IsFarSides(Exception fault) =>
        fault is SlackFaultException or SlackAwayException or FarSideBusyException or FileTooLargeException or OperationCanceledException or HttpRequestException;
}
