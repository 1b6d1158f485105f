using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.SigningIn;

/// <summary>Takes what the provider answers to the desk: it lets people in or turns them away.</summary>
internal sealed class ProviderEvents(IncidentDesk desk, PolicyBook policies, DoorKeeper keeper, SignInOptions options, TimeProvider clock, ILogger<ProviderEvents> logger) : OpenIdConnectEvents
{
    private const string Again = "Sign in again";

    // The library takes an unsigned token from the provider's own address; we do not.
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.SecurityToken.Header.Alg is null or "none") context.Fail("The identity token is not signed.");
        return Task.CompletedTask;
    }

    public override Task UserInformationReceived(UserInformationReceivedContext context)
    {
        if (context.Principal?.Identity is ClaimsIdentity identity) VouchedClaims.Add(identity, context.User.RootElement, options.GroupsClaim);
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var access = policies.Current.Access;
        if (VouchedClaims.HasTooManyGroups(context.Principal!)) Log.TooManyGroups(logger, options.GroupsClaim);
        if (VouchedClaims.Read(context.Principal!, options.GroupsClaim, access) is not { } who)
        {
            await FailAsync(context, StatusCodes.Status400BadRequest, "The sign-in provider did not say who you are. Tell whoever runs IncidentBot.");
            return;
        }
        switch (await desk.SignInAsync(who, context.HttpContext.RequestAborted))
        {
            case SignInAnswer.Admitted(var session):
                var theirs = context.Principal!.FindFirst("sid")?.Value;
                context.Principal = SessionTicket.Of(session, theirs);
                context.Properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = clock.GetUtcNow(), ExpiresUtc = session.BegunAt + access.SessionFor };
                break;
            case SignInAnswer.Refused(var sentence):
                await keeper.SayAsync(context.HttpContext, StatusCodes.Status403Forbidden, "You are not let in", sentence, "Sign in with another account", SignInEndpoints.Another);
                context.HandleResponse();
                break;
        }
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        await keeper.SayAsync(context.HttpContext, StatusCodes.Status403Forbidden, "You are not signed in", "The sign-in was called off at the provider, or the provider did not allow it.", Again, SignInEndpoints.SignIn);
        context.HandleResponse();
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        Log.SignInFailed(logger, Words.Brief(context.Failure?.Message ?? "", Log.Longest));
        await FailAsync(context, StatusCodes.Status400BadRequest,
            "The provider's answer could not be accepted: it took too long, was used before, or belongs to another browser. Sign in again. If that does not help, tell whoever runs IncidentBot; the log says more.");
    }

    private async Task FailAsync(HandleRequestContext<RemoteAuthenticationOptions> context, int status, string sentence)
    {
        await keeper.SayAsync(context.HttpContext, status, "You are not signed in", sentence, Again, SignInEndpoints.SignIn);
        context.HandleResponse();
    }
}
