using IncidentBot.Web.Guards;
using IncidentBot.Web.Tokens;

namespace IncidentBot.Host.Commands;

/// <summary>Whoever can read the data directory of a running server finds its token there, and is its operator.</summary>
internal sealed class OperatorToken(LocalToken token) : IOtherTokens
{
    private static readonly TokenBearer Operator = new(new Person(new PersonId($"{PersonId.Operator}:{Person.HandleOf(Environment.UserName)}"), Environment.UserName), [TokenScope.Admin])
    {
        SpeaksFor = [TokenBearer.Everybody],
    };

    /// <inheritdoc/>
    public TokenBearer? Find(string presented) => token.Matches(presented) ? Operator : null;
}
