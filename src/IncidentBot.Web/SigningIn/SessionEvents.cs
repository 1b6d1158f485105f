using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IncidentBot.Web.SigningIn;

/// <summary>Looks at every session at every request, as the house knows its account now, and leads in whoever has none.</summary>
internal sealed class SessionEvents(IncidentDesk desk, DoorKeeper keeper) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (SessionTicket.Read(context.Principal) is { } session && await desk.BearerAsync(session, context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Doors.Session);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => keeper.LeadInAsync(context.HttpContext);
}
