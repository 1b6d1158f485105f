namespace IncidentBot.Ports;

/// <summary>Makes tokens that nobody can guess.</summary>
public interface ITokenMint
{
    /// <summary>A new one: <c>ib_&lt;id&gt;_</c> and 256 random bits.</summary>
    MintedToken Mint();
}

/// <summary>A token as it goes to whoever asked for it, once.</summary>
/// <param name="Id">The part of it that may be known.</param>
/// <param name="Text">All of it: never recorded, never logged.</param>
public sealed record MintedToken(string Id, string Text)
{
    /// <summary>What is kept of it.</summary>
    public TokenPrint Print => new(Id, ApiTokens.Digest(Text));

    /// <summary>Its id alone: what is printed by accident gives nothing away.</summary>
    public override string ToString() => $"ib_{Id}_…";
}

/// <summary>What is kept of a token: enough to know it again, not enough to make it.</summary>
public sealed record TokenPrint(string Id, string Digest);
