using System.Security.Cryptography;
using IncidentBot.Ports;

namespace IncidentBot.Host;

/// <summary>Chance as the machine's own generator gives it.</summary>
internal sealed class SystemChance : IChance
{
    /// <inheritdoc/>
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
