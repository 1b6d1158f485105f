using IncidentBot.Ports;

namespace IncidentBot.TestKit;

/// <summary>A mint whose tokens a test knows beforehand: the first is <c>ib_t1_</c> and 43 letters.</summary>
public sealed class CountingMint : ITokenMint
{
    private int minted;

    /// <inheritdoc/>
    public MintedToken Mint()
    {
        var id = $"t{Interlocked.Increment(ref minted)}";
        return new MintedToken(id, Text(id));
    }

    /// <summary>The whole token with this id.</summary>
    public static string Text(string id) => $"ib_{id}_{new string('s', 43)}";
}
