using IncidentBot.Ports;
using Microsoft.Extensions.Options;
using Polly;

namespace IncidentBot.Host.Workers.Promises;

/// <summary>Keeps one promise and records what came of it: what the hand brought back and the outcome, in one append under a fixed key.</summary>
internal sealed class PromiseKeeper(
    ITimelineStore store, IncidentDesk desk, IEnumerable<IHand> hands, IOptions<PromiseOptions> options, TimeProvider clock, ILogger<PromiseKeeper> logger)
{
    private readonly IReadOnlyList<IHand> hands = [.. hands];

    public async ValueTask KeepAsync(OpenPromise promise, ResiliencePipeline pipeline, CancellationToken cancellation)
    {
        if (await MadeAsync(promise, cancellation) is not { } made)
            await BreakAsync(promise, "what was promised is no longer on the timeline.", 0, cancellation);
        else if (hands.FirstOrDefault(hand => hand.Keeps(made.Effect)) is not { } hand)
            await BreakAsync(promise, "this version of IncidentBot does not know how. Update it, then try again.", 0, cancellation);
        else
            await TryAsync(promise, made, hand, pipeline, cancellation);
    }

    private async ValueTask TryAsync(OpenPromise promise, Made made, IHand hand, ResiliencePipeline pipeline, CancellationToken cancellation)
    {
        var tries = new Tries(promise, options.Value, clock);
        var context = ResilienceContextPool.Shared.Get(cancellation);
        tries.PutInto(context);
        try
        {
            var events = await pipeline.ExecuteAsync(
                async (context, state) =>
                {
                    tries.Begin();
                    return await KeepAsync(promise, made, tries.MayBeKept, hand, context.CancellationToken);
                },
                context, promise);
            await RecordAsync(promise, [.. events, new PromiseKept(promise.Entry, promise.Index, promise.Purpose)], cancellation);
            Log.Kept(logger, promise.Id, promise.Id.Incident, promise.Purpose);
        }
        catch (Exception failure) when (IsForGood(failure, cancellation))
        {
            await BreakAsync(promise, failure is PromiseRefusedException ? failure.Message : tries.Because, tries.Count, cancellation);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static bool IsForGood(Exception failure, CancellationToken cancellation) =>
        failure is not (StoreFencedException or LeaseLostException) && !cancellation.IsCancellationRequested;

    private async ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(OpenPromise promise, Made made, bool mayBeKept, IHand hand, CancellationToken cancellation)
    {
        var incident = await desk.FindAsync(promise.Id.Incident, Person.Bot, cancellation)
            ?? throw new PromiseRefusedException($"{promise.Id.Incident} is no longer there.");
        return await hand.KeepAsync(new Promise(promise.Id, made.Effect, incident) { MadeAt = made.At, MayBeKept = mayBeKept }, cancellation);
    }

    private async ValueTask<Made?> MadeAsync(OpenPromise promise, CancellationToken cancellation)
    {
        var found = await store.ReadStreamAsync(promise.Incident, promise.Entry - 1, 1, cancellation);
        if (found is not [var entry]) return null;
        var made = StoredEvents.Read(entry);
        return promise.Index < made.Promises.Count ? new Made(made.Promises[promise.Index], made.RecordedAt) : null;
    }

    private async ValueTask BreakAsync(OpenPromise promise, string because, int attempts, CancellationToken cancellation)
    {
        await RecordAsync(promise, [new PromiseBroken(promise.Entry, promise.Index, promise.Purpose, because, attempts, promise.Destination)], cancellation);
        Log.Broken(logger, promise.Id, promise.Id.Incident, promise.Purpose, because);
    }

    private async ValueTask RecordAsync(OpenPromise promise, IReadOnlyList<IncidentEvent> events, CancellationToken cancellation) =>
        await desk.RecordAsync(promise.Id.Incident, events, Person.Bot, "worker", Recording.Fixed(promise.OutcomeKey), cancellation: cancellation);

    /// <summary>What was promised, and when.</summary>
    private sealed record Made(Effect Effect, DateTimeOffset At);
}
