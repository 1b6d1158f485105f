using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace IncidentBot.TestKit;

/// <summary>An OpenID provider on loopback. It signs in whom the test says, checks PKCE and the client's secret, and can be told to answer wrongly.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    /// <summary>As what the server is registered here.</summary>
    public const string ClientId = "incidentbot";

    /// <summary>Its secret.</summary>
    public const string ClientSecret = "a secret between the two";

    private readonly ConcurrentDictionary<string, Asked> codes = new();
    private readonly ConcurrentDictionary<string, Provided> access = new();
    private readonly WebApplication app;

    private FakeProvider(WebApplication app) => this.app = app;

    /// <summary>Its address.</summary>
    public string Authority => app.Urls.First();

    /// <summary>Who signs in next; null when they call it off.</summary>
    public Provided? Somebody { get; set; } = new("1", "Ana Ruiz");

    /// <summary>How the identity token is made; replaced to answer wrongly.</summary>
    public IdentityTokens Tokens { get; } = new();

    /// <summary>True when it can end its own session.</summary>
    public bool EndsSessions { get; set; } = true;

    /// <summary>True when it shows a page first, as a person would see it.</summary>
    public bool AsksFirst { get; set; }

    /// <summary>What it was asked at its last authorization and its last sign-out.</summary>
    public IQueryCollection? LastAsked { get; private set; }

    /// <summary>What was refused, in words.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>Starts one.</summary>
    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>The address that a browser would be sent back to, with a code for this person, as the request of an honest browser asks for it.</summary>
    public string Answer(IQueryCollection asked, Provided somebody)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        codes[code] = new Asked(somebody, asked["nonce"].ToString(), asked["code_challenge"].ToString(), asked["redirect_uri"].ToString());
        return QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(Discovery()));
        app.MapGet("/keys", () => Results.Json(Tokens.Keys()));
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", (Delegate)TokenAsync);
        app.MapGet("/userinfo", UserInfo);
        app.MapGet("/end", (HttpContext http) => { LastAsked = http.Request.Query; return Results.Redirect(http.Request.Query["post_logout_redirect_uri"].ToString()); });
    }

    private Dictionary<string, object> Discovery()
    {
        var known = new Dictionary<string, object>
        {
            ["issuer"] = Authority, ["authorization_endpoint"] = Authority + "/authorize", ["token_endpoint"] = Authority + "/token",
            ["userinfo_endpoint"] = Authority + "/userinfo", ["jwks_uri"] = Authority + "/keys", ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        };
        if (EndsSessions) known["end_session_endpoint"] = Authority + "/end";
        return known;
    }

    private IResult Authorize(HttpContext http)
    {
        var asked = http.Request.Query;
        LastAsked = asked;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || asked["nonce"].Count == 0) return Refused("this is no request for a code with PKCE and a nonce");
        if (Somebody is not { } somebody) return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = asked["state"] }));
        var back = Answer(asked, somebody);
        return AsksFirst
            ? Results.Content($"<!DOCTYPE html><html lang=\"en\"><title>Provider</title><h1>Provider</h1><a href=\"{System.Net.WebUtility.HtmlEncode(back)}\">Continue as {somebody.Name}</a></html>", "text/html")
            : Results.Redirect(back);
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret) return Refused("the client did not prove itself");
        if (!codes.TryRemove(form["code"].ToString(), out var asked)) return Refused("the code is unknown, or was used before");
        if (asked.RedirectUri != form["redirect_uri"]) return Refused("the code belongs to another address");
        if (WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge) return Refused("the code was asked for by somebody else");
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        access[token] = asked.Somebody;
        return Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 300, ["id_token"] = Tokens.Make(Authority, asked.Somebody, asked.Nonce),
        });
    }

    private IResult UserInfo(HttpContext http) => access.TryGetValue(http.Request.Headers.Authorization.ToString().Split(' ')[^1], out var somebody)
        ? Results.Json(new Dictionary<string, object>(somebody.AtUserInfo) { ["sub"] = somebody.Subject })
        : Results.Unauthorized();

    private IResult Refused(string because)
    {
        Refusals.Enqueue(because);
        return Results.Json(new { error = "invalid_grant", error_description = because }, statusCode: StatusCodes.Status400BadRequest);
    }

    private sealed record Asked(Provided Somebody, string Nonce, string Challenge, string RedirectUri);
}
