using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>32 connections that post messages as fast as they are answered.</summary>
internal sealed class Load : IDisposable
{
    /// <summary>How many connections.</summary>
    public const int Connections = 32;

    private readonly RunningProgram program;
    private readonly IReadOnlyList<MessageSender> senders;

    private Load(RunningProgram program, IReadOnlyList<MessageSender> senders) => (this.program, this.senders) = (program, senders);

    /// <summary>Connects to a program.</summary>
    public static async Task<Load> OnAsync(RunningProgram program, string incident) =>
        new(program, await MessageSender.ConnectAsync(program.Address, incident, Connections));

    /// <summary>Posts for a while.</summary>
    public async Task<Loaded> PostAsync(TimeSpan slice)
    {
        var cpu = program.Cpu;
        var callers = await Callers.AskAsync(Connections, slice, caller => senders[caller].SendAsync());
        return new Loaded(callers, (program.Cpu - cpu) / (callers.PerSecond * slice.TotalSeconds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sender in senders) sender.Dispose();
    }
}

/// <summary>How a turn of load went.</summary>
/// <param name="Callers">What the callers saw.</param>
/// <param name="Cpu">CPU of the server for each message, in seconds.</param>
internal sealed record Loaded(Callers Callers, double Cpu);
