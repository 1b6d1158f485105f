using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>The far side, no more than the host needs to work: it says yes to everything, until it answers nothing any more.</summary>
internal sealed class AnsweringSlack : IAsyncDisposable
{
    /// <summary>The channel that every incident gets.</summary>
    public const string Channel = "C0INCIDENT";

    private readonly WebApplication app;
    private readonly CancellationTokenSource ending = new();
    private int posted;
    private int asked;

    private AnsweringSlack(WebApplication app) => this.app = app;

    /// <summary>Where it is.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>True once it answers nothing any more.</summary>
    public bool IsStuck { get; set; }

    /// <summary>How often it was asked since it is stuck.</summary>
    public int AskedInVain => Volatile.Read(ref asked);

    /// <summary>Starts one.</summary>
    public static async Task<AnsweringSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new AnsweringSlack(builder.Build());
        slack.app.Map("/api/{method}", slack.AnswerAsync);
        await slack.app.StartAsync();
        return slack;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (IsStuck)
        {
            Interlocked.Increment(ref asked);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ending.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(Answer((string)http.Request.RouteValues["method"]!, await new StreamReader(http.Request.Body).ReadToEndAsync()));
    }

    private string Answer(string method, string body) => method switch
    {
        "auth.test" => """{"ok":true,"url":"https://d.slack.com/","team":"Acme","user":"incidentbot","team_id":"T1","user_id":"U9BOT","bot_id":"B1","app_id":"A1"}""",
        "users.info" => $$"""{"ok":true,"user":{"id":"{{Between(body, "user=")}}","team_id":"T1","name":"u","real_name":"Person {{Between(body, "user=")}}","deleted":false,"is_bot":false,"profile":{"display_name":"Person {{Between(body, "user=")}}"} } }""",
        "conversations.create" or "conversations.info" => $$"""{"ok":true,"channel":{"id":"{{Channel}}","name":"inc-1","is_private":false,"is_archived":false,"is_member":true} }""",
        "conversations.history" or "conversations.replies" => """{"ok":true,"messages":[],"has_more":false}""",
        "chat.postMessage" => $$"""{"ok":true,"channel":"{{Channel}}","ts":"1600000000.{{Interlocked.Increment(ref posted):000000}}"} """,
        "usergroups.list" => """{"ok":true,"usergroups":[]}""",
        _ => """{"ok":true}""",
    };

    private static string Between(string body, string before)
    {
        var at = body.IndexOf(before, StringComparison.Ordinal);
        return at < 0 ? "U0" : body[(at + before.Length)..].Split('&')[0];
    }
}
