namespace IncidentBot.Ports;

/// <summary>Where what must not be guessed comes from: the core has no chance of its own.</summary>
public interface IChance
{
    /// <summary>So many bytes that nobody can foresee.</summary>
    byte[] Bytes(int count);
}

/// <summary>A command that takes something nobody can foresee; the desk hands it in.</summary>
public interface IDrawsLots
{
    /// <summary>How many bytes.</summary>
    int Lots { get; }

    /// <summary>The command with them.</summary>
    Command With(ReadOnlySpan<byte> lots);
}
