using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>A chat platform that remembers what reached it, tells keys apart, and can be away.</summary>
internal class ScriptedChat(string name) : IChat
{
    private readonly Lock gate = new();
    private readonly List<string> done = [];
    private readonly HashSet<string> keys = [];

    public string Name => name;

    /// <summary>What a call throws; null while all is well.</summary>
    public Func<string, Exception?> Fault { get; set; } = _ => null;

    /// <summary>True when the answer to what was done is lost on the way back.</summary>
    public bool LosesAnswers { get; set; }

    public int Calls { get; private set; }

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (gate) return [.. done];
        }
    }

    public ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        Do($"open {incident.Id}", null);
        return ValueTask.FromResult(new OpenedRoom($"#{incident.Id}"));
    }

    public ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        Do($"announce {incident.Id}", attempt.Key);
        return ValueTask.FromResult<IReadOnlyList<IncidentEvent>>([]);
    }

    protected void Do(string deed, string? key)
    {
        lock (gate)
        {
            Calls++;
            if (Fault(deed) is { } fault) throw fault;
            if (key is null || keys.Add(key)) done.Add(deed);
            if (LosesAnswers) throw new IOException("The connection was closed.");
        }
    }
}
