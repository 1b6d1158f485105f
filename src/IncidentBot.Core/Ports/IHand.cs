namespace IncidentBot.Ports;

/// <summary>Keeps one kind of promise to the outside world.</summary>
public interface IHand
{
    /// <summary>True when this hand keeps this kind of promise.</summary>
    bool Keeps(Effect effect);

    /// <summary>
    /// Keeps the promise and tells what came of it, to be recorded on the incident that made it. It may be asked again for one
    /// that was kept already (the outcome was lost in a crash): a far side that knows keys is given <see cref="Promise.Key"/>.
    /// Throws <see cref="PromiseRefusedException"/> when trying again makes no sense; anything else is tried again.
    /// </summary>
    ValueTask<IReadOnlyList<IncidentEvent>> KeepAsync(Promise promise, CancellationToken cancellation);
}

/// <summary>The far side has answered, and the answer is no. The message is a sentence for the people on the incident.</summary>
public sealed class PromiseRefusedException(string because) : Exception(because);
