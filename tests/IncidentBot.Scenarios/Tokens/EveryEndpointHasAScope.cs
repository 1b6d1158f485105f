using IncidentBot.Scenarios.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Tokens;

public sealed class EveryEndpointHasAScope : ApiScenario
{
    private static readonly string[] Beside = ["/openapi/{documentName}.json", "/metrics"];

    [Test]
    public void Each_address_for_programs_names_the_scope_that_opens_it()
    {
        var named = Endpoints().ToDictionary(found => found.Name, found => found.Endpoint.Metadata.GetMetadata<NeedsScopeAttribute>()?.Scope);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Where(endpoint => endpoint.Value is null).Select(endpoint => endpoint.Key), Is.Empty, "without a scope");
            Assert.That(named.Where(endpoint => endpoint.Key.StartsWith("POST", StringComparison.Ordinal) && endpoint.Value == TokenScope.Read), Is.Empty, "a reader changes nothing");
            Assert.That(named["GET /api/audit/"], Is.EqualTo(TokenScope.Admin));
        }
        Assert.That(named, Has.Count.GreaterThan(10));
    }

    [Test]
    public void Only_the_door_for_alerts_looks_at_tokens_itself() => Assert.That(
        Endpoints().Where(found => found.Endpoint.Metadata.GetMetadata<NeedsScopeAttribute>()?.IsCheckedThere == true).Select(found => found.Name), Is.EqualTo(new[] { "POST /api/alerts" }));

    [Test]
    public async Task Without_a_token_none_of_them_answers_in_a_closed_house()
    {
        await using var closed = ClosedHouse.Start();
        using var client = closed.Client();
        foreach (var (name, _) in Endpoints().Where(found => found.Name != "POST /api/alerts"))
        {
            var (method, path) = (name.Split(' ')[0], name.Split(' ')[1].Replace("{incident}", "INC-1").Replace("{documentName}", "v1"));
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request);
            Assert.That((int)answer.StatusCode, Is.EqualTo(401), name);
        }
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints() =>
        from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where path.StartsWith("/api", StringComparison.Ordinal) || Beside.Contains(path)
        select ($"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET"} {path}", endpoint);
}
