using System.Collections.Concurrent;

namespace IncidentBot;

/// <summary>Looks at the tokens that programs present, and remembers until the next start when each was used last.</summary>
public sealed class TokenDoor(IncidentDesk desk, TimeProvider clock)
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, DateTimeOffset> uses = new();

    /// <summary>The token in an <c>Authorization</c> header; null when the header carries none.</summary>
    public static string? Presented(string? authorization) =>
        authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;

    /// <summary>The token that was presented; null when it is wrong, revoked or over.</summary>
    public async ValueTask<ApiToken?> FindAsync(string presented, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var token = (await desk.HouseAsync(cancellation)).Room.People.Tokens.Find(presented, now);
        if (token is not null) uses[token.Id] = now;
        return token;
    }

    /// <summary>True while there is a token that opens this.</summary>
    public async ValueTask<bool> IsAnyForAsync(TokenScope scope, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        return (await desk.HouseAsync(cancellation)).Room.People.Tokens.ById.Values.Any(token => token.IsLive(now) && token.Opens(scope));
    }

    /// <summary>When a token was used last; null when it was not since the start.</summary>
    public DateTimeOffset? LastUsed(string id) => uses.TryGetValue(id, out var at) ? at : null;
}
