using IncidentBot.Ports;

namespace IncidentBot.Host.Demo;

/// <summary>Plays beats one after the other. What is refused because a visitor acted is done another way or passed over, and the play goes on.</summary>
internal sealed class DemoPlayer(IncidentDesk desk, IFileStore files, TimeProvider clock, IPace pace, ILogger<DemoPlayer> logger)
{
    private readonly Scene scene = new(desk, files, clock);
    private readonly List<string> passedOver = [];
    private TimeSpan played;

    /// <summary>The incident that is played; the house until it is declared.</summary>
    public IncidentId Incident => scene.Incident;

    /// <summary>What was refused, and why.</summary>
    public IReadOnlyList<string> PassedOver => passedOver;

    /// <summary>Plays these beats after those that were played before.</summary>
    public async Task PlayAsync(IEnumerable<Beat> beats, CancellationToken cancellation = default)
    {
        foreach (var beat in beats)
        {
            await pace.PassAsync(beat.At - played, cancellation);
            played = beat.At;
            await DoAsync(beat.Deed, why: null, cancellation);
        }
        await pace.EndAsync(cancellation);
    }

    private async ValueTask DoAsync(Deed deed, string? why, CancellationToken cancellation)
    {
        var reply = await scene.DoAsync(deed, why, cancellation);
        if (!reply.Refused) return;
        passedOver.Add($"{deed.By.Name} could not {deed.InWords}: {reply.Text}");
        Log.PassedOver(logger, deed.By.Name, deed.InWords, reply.Text);
        foreach (var other in deed.Otherwise) await DoAsync(other, reply.Text, cancellation);
    }
}
