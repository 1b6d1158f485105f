using System.Net.Http.Json;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>Somebody who is no member of anything.</summary>
/// <param name="Browser">They, as they look at pages.</param>
/// <param name="Script">They, as they send what a program sends.</param>
/// <param name="Person">They, as the desk knows them.</param>
/// <param name="Caller">The name that their program says; null when it carries a token.</param>
internal sealed record Outsider(Visitor Browser, HttpClient Script, Person Person, string? Caller)
{
    /// <summary>Where the name stands in an address.</summary>
    public string Named(Way way) => Caller is null || way.Method != "GET" || !way.Path.StartsWith("/api/", StringComparison.Ordinal) ? "" : (way.Path == "/api/search" ? "&" : "?") + "by=" + Caller;
}

/// <summary>A way into the host: a pattern with a method, and how an outsider takes it.</summary>
internal sealed record Way(string Method, RoutePattern Pattern)
{
    /// <summary>Every way that the host has open.</summary>
    public static IReadOnlyList<Way> All(RunningHost host) =>
    [
        .. host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Way(method, endpoint.RoutePattern)))
            .DistinctBy(way => way.ToString()).OrderBy(way => way.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>True when it leads to one incident.</summary>
    public bool IsAboutOne => Pattern.Parameters.Any(parameter => parameter.Name is "room" or "id" or "incident" or "sha256");

    /// <summary>True when it stays open and tells what happens.</summary>
    public bool IsStream => Path.EndsWith("/events", StringComparison.Ordinal);

    public string Path => "/" + (Pattern.RawText ?? "").TrimStart('/');

    /// <summary>The address, aimed at an incident.</summary>
    public string AimedAt(IncidentId incident, Secret like)
    {
        var path = Path;
        foreach (var parameter in Pattern.Parameters)
        {
            var start = path.IndexOf("{" + (parameter.IsCatchAll ? "**" : "") + parameter.Name, StringComparison.Ordinal);
            path = path[..start] + ValueOf(parameter.Name, incident, like) + path[(path.IndexOf('}', start) + 1)..];
        }
        return path + Query(incident, like);
    }

    /// <summary>Takes the way as an outsider would.</summary>
    public async Task<HttpResponseMessage> TakeAsync(Outsider outsider, IncidentId incident, Secret like)
    {
        var address = AimedAt(incident, like) + outsider.Named(this);
        if (Method == "GET") return Path.StartsWith("/api", StringComparison.Ordinal) ? await outsider.Script.GetAsync(new Uri(address, UriKind.Relative)) : await outsider.Browser.GetAsync(address);
        return Body(incident, like, outsider.Caller) switch
        {
            JsonContent json => await outsider.Script.PostAsync(new Uri(address, UriKind.Relative), json),
            var body => await outsider.Browser.SendRawAsync(address, body),
        };
    }

    public override string ToString() => $"{Method} {Path}";

    private static string ValueOf(string name, IncidentId incident, Secret like) => name switch
    {
        "room" or "id" or "incident" => incident.ToString(),
        "root" or "entry" or "number" => "1",
        "part" => "summary",
        "sha256" => like.File,
        "name" => "site.css",
        "documentName" => "v1",
        _ => throw new AssertionException($"The walk does not know what to put for “{name}”. Give it a value in {nameof(Way)}.{nameof(ValueOf)}."),
    };

    private string Query(IncidentId incident, Secret like) => Path switch
    {
        "/files/{sha256}" => $"?room={incident}&entry={like.FileEntry}",
        "/rooms/{room}/earlier" => "?before=9999",
        "/incidents/visible" => $"?of={incident}",
        "/search" => $"?q=quetz&incident={incident}",
        "/api/search" => $"?q=quetz&incident={incident}",
        _ => "",
    };

    private HttpContent Body(IncidentId incident, Secret like, string? by) => Path switch
    {
        "/api/lines" => JsonContent.Create(new { line = $"{incident} info", by }),
        "/api/incidents/{incident}/messages" => JsonContent.Create(new { text = "let me in", by }),
        "/api/alerts" => JsonContent.Create(new { name = "disk", state = "cleared" }),
        "/rooms/{room}/files" => new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.txt" } },
        "/rooms/{room}/lines" => Form(("line", "info")),
        "/rooms/{room}/said" => Form(("text", "let me in")),
        "/rooms/{room}/entries/{entry:int}" => Form(("text", "let me in")),
        "/incidents/{id}/review/parts/{part}" => Form(("text", "let me in"), ("over", "0")),
        "/incidents/{id}/review/preview" => Form(("text", "*let me in*")),
        "/api/backups" => JsonContent.Create(new { target = "" }),
        "/who" => Form(("name", "Eve")),
        "/sign-out" => Form(),
        "/slack/events" or "/slack/commands" or "/slack/interactions" => Form(("payload", "{}")),
        _ => throw new AssertionException($"The walk does not know what to post to {Path} about {like.Kind}. Give it a body in {nameof(Way)}.{nameof(Body)}."),
    };

    private static FormUrlEncodedContent Form(params IEnumerable<(string Name, string Value)> fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
