using IncidentBot.Scenarios.Slack;
using IncidentBot.Web.Guards;
using IncidentBot.Web.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.SigningIn;

/// <summary>Every endpoint needs somebody who proved who they are, or is on this short list.</summary>
internal sealed class EveryEndpoint
{
    private static readonly string[] ForEverybody =
    [
        "/assets/{**name}", "/who", "/sign-in", "/signed-out", "/sign-out", "/health/live", "/health/ready",
        // It asks for a token of its own.
        "/api/alerts",
    ];

    // Their callers are Slack, and prove it by a signature.
    private static readonly string[] ForSlack = ["/slack/events", "/slack/commands", "/slack/interactions"];

    [TestCase(false, TestName = "Is_behind_a_door_or_on_the_list")]
    [TestCase(true, TestName = "Is_behind_a_door_or_on_the_list_or_proves_that_its_caller_is_Slack")]
    public async Task Is_known(bool withSlack)
    {
        await using var house = await SignedInHost.StartAsync(withSlack ? SlacksDoors.Settings : null);
        var policies = house.Host.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var endpoints = house.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var open = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var (route, asked) = ("/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>());
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) { open.Add(route); continue; }
            // As the middleware sees it: named policies take the fallback's place.
            var policy = await AuthorizationPolicy.CombineAsync(policies, asked) ?? await policies.GetFallbackPolicyAsync();
            Assert.That(policy, Is.Not.Null, route);
            Assert.That(policy!.Requirements, Has.Some.InstanceOf<DenyAnonymousAuthorizationRequirement>(), route);
            var isForPrograms = route.StartsWith("/api", StringComparison.Ordinal) || route.StartsWith("/openapi", StringComparison.Ordinal) || route == "/metrics";
            Assert.That(policy.AuthenticationSchemes, Is.EqualTo(new[] { isForPrograms ? Doors.Token : Doors.Session }), route);
        }
        Assert.That(endpoints, Has.Count.GreaterThan(40));
        Assert.That(open.Distinct(), Is.EquivalentTo(withSlack ? [.. ForEverybody, .. ForSlack] : ForEverybody));
        Assert.That(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ProvesItsCallerAttribute>() is not null).Select(endpoint => endpoint.RoutePattern.RawText), Is.EquivalentTo(withSlack ? ForSlack : []));
    }

    [Test]
    public async Task An_address_that_leads_nowhere_tells_a_stranger_nothing()
    {
        await using var house = await SignedInHost.StartAsync();
        using var client = house.Host.Client();
        foreach (var address in new[] { "/nowhere", "/rooms/INC-1", "/people", "/incidents/INC-1/review.md" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Unauthorized), address);
        }
    }
}
