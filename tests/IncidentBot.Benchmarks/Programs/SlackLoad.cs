using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>Slack's connections to a program.</summary>
internal sealed class SlackLoad : IDisposable
{
    private readonly RunningProgram program;
    private readonly IReadOnlyList<SlackSender> senders;

    private SlackLoad(RunningProgram program, IReadOnlyList<SlackSender> senders) => (this.program, this.senders) = (program, senders);

    /// <summary>Connects to a program.</summary>
    public static async Task<SlackLoad> OnAsync(RunningProgram program) => new(program, await SlackSender.ConnectAsync(program.Address, Programs.Load.Connections));

    /// <summary>Every connection sends again as soon as it was answered.</summary>
    public async Task<Loaded> SendAsync(Sending kind, TimeSpan slice)
    {
        var cpu = program.Cpu;
        var callers = await Callers.AskAsync(senders.Count, slice, caller => senders[caller].SendAsync(kind));
        return new Loaded(callers, (program.Cpu - cpu) / (callers.PerSecond * slice.TotalSeconds));
    }

    /// <summary>So many come in a second: eighteen messages, a command and a press, and again.</summary>
    public Task<Paced> ComeAsync(int perSecond, TimeSpan slice) => Paced.ComeAsync(senders.Count, perSecond, slice, (connection, number) => senders[connection].SendAsync((number % 20) switch
    {
        5 => Sending.Command,
        15 => Sending.Press,
        _ => Sending.Message,
    }));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sender in senders) sender.Dispose();
    }
}
