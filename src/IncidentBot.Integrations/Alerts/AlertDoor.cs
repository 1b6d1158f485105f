using Microsoft.AspNetCore.Http;

namespace IncidentBot.Integrations.Alerts;

/// <summary>Whether somebody may send alerts.</summary>
internal enum AlertAdmission
{
    /// <summary>Nobody may: there is no token for it.</summary>
    Closed,

    /// <summary>Not this one: the token is missing or wrong.</summary>
    Strange,

    /// <summary>Not with this token: it opens other things.</summary>
    Scopeless,

    /// <summary>This one may.</summary>
    Admitted,
}

/// <summary>Lets senders of alerts in: with the token of the settings, or with one of the house that opens it.</summary>
internal sealed class AlertDoor(AlertToken token, TokenDoor tokens)
{
    public async ValueTask<AlertAdmission> AskAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (token.Admits(request)) return AlertAdmission.Admitted;
        if (TokenDoor.Presented(request.Headers.Authorization.ToString()) is { } presented && await tokens.FindAsync(presented, cancellation) is { } found)
            return found.Opens(TokenScope.Alerts) ? AlertAdmission.Admitted : AlertAdmission.Scopeless;
        return token.IsSet || await tokens.IsAnyForAsync(TokenScope.Alerts, cancellation) ? AlertAdmission.Strange : AlertAdmission.Closed;
    }
}
