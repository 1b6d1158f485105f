using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>A seal book that forgets when the test ends.</summary>
internal sealed class MemorySeals : ISealBook
{
    private readonly List<Seal> seals = [];

    public ValueTask<Seal> SealAsync(long stream, int number, ReadOnlyMemory<byte> head, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var seal = new Seal(seals.Count + 1, stream, number, Convert.ToHexStringLower(head.Span), at, new string('0', 64));
        seals.Add(seal);
        return ValueTask.FromResult(seal);
    }

    public ValueTask<IReadOnlyList<KeptSeal>> ReadAsync(CancellationToken cancellation = default) =>
        ValueTask.FromResult<IReadOnlyList<KeptSeal>>([.. seals.Select(seal => new KeptSeal(seal, null))]);
}
