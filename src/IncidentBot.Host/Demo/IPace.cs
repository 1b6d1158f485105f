namespace IncidentBot.Host.Demo;

/// <summary>How time passes between two beats.</summary>
internal interface IPace
{
    /// <summary>Lets a span pass.</summary>
    ValueTask PassAsync(TimeSpan span, CancellationToken cancellation);

    /// <summary>The curtain has fallen.</summary>
    ValueTask EndAsync(CancellationToken cancellation);
}

/// <summary>As people type and read: the time passes by itself.</summary>
internal sealed class HumanPace(TimeProvider clock) : IPace
{
    /// <inheritdoc/>
    public async ValueTask PassAsync(TimeSpan span, CancellationToken cancellation) => await Task.Delay(span, clock, cancellation);

    /// <inheritdoc/>
    public ValueTask EndAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
}
