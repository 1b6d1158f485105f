using System.Globalization;
using System.Security.Claims;

namespace IncidentBot.Web.SigningIn;

/// <summary>What the cookie of a session holds: whose account, which session of the provider's, and when it began. All else is asked of the house, every time.</summary>
internal static class SessionTicket
{
    private const string Account = "sub";
    private const string Theirs = "sid";
    private const string Begun = "begun";

    public static ClaimsPrincipal Of(Session session, string? providersSession)
    {
        var identity = new ClaimsIdentity(Doors.Session, Account, roleType: null);
        identity.AddClaim(new Claim(Account, session.Account.Value));
        identity.AddClaim(new Claim(Begun, session.BegunAt.ToString("O", CultureInfo.InvariantCulture)));
        if (providersSession is not null) identity.AddClaim(new Claim(Theirs, providersSession));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The session; null when there is none.</summary>
    public static Session? Read(ClaimsPrincipal? principal) =>
        principal?.FindFirst(Account)?.Value is { } account
        && DateTimeOffset.TryParseExact(principal.FindFirst(Begun)?.Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var begun)
            ? new Session(new PersonId(account), begun)
            : null;
}
