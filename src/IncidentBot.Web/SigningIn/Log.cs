using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.SigningIn;

internal static partial class Log
{
    /// <summary>The most characters of a reason: strangers can cause some of them.</summary>
    public const int Longest = 400;

    [LoggerMessage(EventId = 4201, Level = LogLevel.Error, Message = "The sign-in provider cannot be reached, so nobody can sign in. Check SignIn:Authority and the way to it. {Reason}")]
    public static partial void ProviderAway(ILogger logger, string reason);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Warning, Message = "A sign-in failed; nobody was let in. {Reason}")]
    public static partial void SignInFailed(ILogger logger, string reason);

    [LoggerMessage(EventId = 4203, Level = LogLevel.Warning, Message = "Somebody signed in who is in so many groups that the provider does not tell them in the claim {Claim}. Let it send only the groups that are assigned to this application, or its roles (SignIn:GroupsClaim).")]
    public static partial void TooManyGroups(ILogger logger, string claim);
}
