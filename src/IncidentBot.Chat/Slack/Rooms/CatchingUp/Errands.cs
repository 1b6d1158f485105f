namespace IncidentBot.Chat.Slack.Rooms;

/// <summary>What is still to be read back: each channel once, whatever it was asked for.</summary>
internal sealed class Errands
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, Errand> waiting = new(StringComparer.Ordinal);
    private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when an errand is there.</summary>
    public Task Added
    {
        get
        {
            lock (gate) return waiting.Count > 0 ? Task.CompletedTask : added.Task;
        }
    }

    /// <summary>Adds an errand.</summary>
    public void Add(Errand errand)
    {
        lock (gate)
        {
            waiting[errand.Room.Address] = waiting.TryGetValue(errand.Room.Address, out var known) ? known.With(errand) : errand;
            added.TrySetResult();
        }
    }

    /// <summary>Takes the one that has waited longest; null when none waits.</summary>
    public Errand? Take()
    {
        lock (gate)
        {
            if (waiting.Count == 0) return null;
            var (address, first) = waiting.GetAt(0);
            waiting.Remove(address);
            if (waiting.Count == 0) added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return first;
        }
    }
}
