using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Tokens;

/// <summary>The program that calls, as it was let in.</summary>
/// <param name="Bearer">Who carries the token; null when it carries none, which it need not on this machine without sign-in.</param>
/// <param name="House">Whom the house knows.</param>
/// <param name="Policy">The house rules.</param>
internal sealed record Caller(TokenBearer? Bearer, House House, Policy Policy)
{
    /// <summary>Who calls here.</summary>
    public static Caller Of(HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} names no scope that its callers need.");

    /// <summary>True when any name may be said: on this machine without sign-in, by whoever carries no token, and by the machine's operator.</summary>
    public bool MaySayAnyName => Policy.Access.IsOpen && Bearer is null or { Person.Id.Platform: PersonId.Operator };
}
