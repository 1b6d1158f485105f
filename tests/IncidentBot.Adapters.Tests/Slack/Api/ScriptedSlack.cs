using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Adapters.Tests.Slack.Api;

/// <summary>A Slack on loopback that answers what the test has written down for it, and remembers what it was asked.</summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Asked, HttpContext, Task>>> script = new();
    private readonly ConcurrentDictionary<string, Func<Asked, HttpContext, Task>> always = new();
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly WebApplication app;
    private int answering;

    private ScriptedSlack(WebApplication app) => this.app = app;

    /// <summary>Where it is.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>True while it has not answered.</summary>
    public bool IsAnswering => Volatile.Read(ref answering) > 0;

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<Asked> Calls => [.. asked];

    public static async Task<ScriptedSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new ScriptedSlack(builder.Build());
        slack.app.Map("/api/{method}", http => slack.AnswerAsync((string)http.Request.RouteValues["method"]!, http));
        slack.app.Map("/{**path}", http => slack.AnswerAsync(http.Request.Path, http));
        await slack.app.StartAsync();
        return slack;
    }

    /// <summary>The calls of one method.</summary>
    public IReadOnlyList<Asked> CallsOf(string method) => [.. asked.Where(call => call.Method == method)];

    /// <summary>Answers the next call of a method like this.</summary>
    public ScriptedSlack Next(string method, string json, int status = 200, string? retryAfter = null, string? scopes = null) => Next(method, (_, http) => SendAsync(http, json, status, retryAfter, scopes));

    /// <summary>Answers the next call of a method with what this makes of it.</summary>
    public ScriptedSlack Next(string method, Func<Asked, string> json) => Next(method, (call, http) => SendAsync(http, json(call)));

    /// <summary>Does this at the next call of a method.</summary>
    public ScriptedSlack Next(string method, Func<Asked, HttpContext, Task> answer)
    {
        script.GetOrAdd(method, _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>Breaks the connection at the next call of a method.</summary>
    public ScriptedSlack Break(string method) => Next(method, (_, http) =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Says nothing at the next call of a method, for as long as anybody waits.</summary>
    public ScriptedSlack Silent(string method) => Next(method, (_, http) => Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    /// <summary>Answers every call of a method for which nothing else is written down.</summary>
    public ScriptedSlack Always(string method, Func<Asked, string> json)
    {
        always[method] = (call, http) => SendAsync(http, json(call));
        return this;
    }

    /// <summary>Answers every call of a method for which nothing else is written down.</summary>
    public ScriptedSlack Always(string method, string json) => Always(method, _ => json);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(string method, HttpContext http)
    {
        Interlocked.Increment(ref answering);
        try
        {
            await AnswerNowAsync(method, http);
        }
        finally
        {
            Interlocked.Decrement(ref answering);
        }
    }

    private async Task AnswerNowAsync(string method, HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var call = new Asked(method, http.Request.ContentType, http.Request.Headers.Authorization.ToString(), await body.ReadToEndAsync(), http.Request.Headers.ContentLength, http.Request.Method);
        asked.Enqueue(call);
        if (script.TryGetValue(method, out var queue) && queue.TryDequeue(out var next)) await next(call, http);
        else if (always.TryGetValue(method, out var answer)) await answer(call, http);
        else await SendAsync(http, """{"ok":true}""");
    }

    private static async Task SendAsync(HttpContext http, string json, int status = 200, string? retryAfter = null, string? scopes = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = json.StartsWith('{') ? "application/json" : json.StartsWith('<') ? "text/html" : "text/plain";
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        if (scopes is not null) http.Response.Headers["X-OAuth-Scopes"] = scopes;
        await http.Response.WriteAsync(json);
    }
}

/// <summary>A call, as it came over the wire.</summary>
internal sealed record Asked(string Method, string? ContentType, string Authorization, string Body, long? Length, string Verb)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>A field of the body, JSON or form; null when it is not there.</summary>
    public string? this[string name] => Body.StartsWith('{')
        ? Json.TryGetProperty(name, out var field) ? field.ToString() : null
        : QueryHelpers.ParseQuery(Body).TryGetValue(name, out var value) ? (string?)value : null;
}
