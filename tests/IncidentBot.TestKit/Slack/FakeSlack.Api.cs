using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.TestKit;

/// <summary>Slack's Web API: the emulator's, and what the front adds to it.</summary>
public sealed partial class FakeSlack
{
    /// <summary>What the bot was granted.</summary>
    public IList<string> Scopes { get; } = [.. ("commands,chat:write,chat:write.public,channels:manage,channels:read,channels:join,channels:history,groups:write,groups:read,groups:history,im:write,im:history,im:read,"
        + "app_mentions:read,users:read,users:read.email,usergroups:read,reactions:read,reactions:write,pins:read,pins:write,bookmarks:read,bookmarks:write,files:read,files:write,team:read").Split(',')];

    /// <summary>How many messages a page of history holds at most: 15 where Slack is strict.</summary>
    public int HistoryLimit { get; set; } = 999;

    /// <summary>The user groups: handle and members.</summary>
    public Dictionary<string, string[]> Groups { get; } = new() { ["dba"] = ["U0BEN", "U0CLEO"] };

    /// <summary>The tokens that are good, each somebody's.</summary>
    public ICollection<string> Tokens { get; } = new HashSet<string> { BotToken, "xoxp-ana" };

    private async Task<SlackAnswer> AnswerAsync(SlackCall call, HttpRequest request, byte[] body)
    {
        if (call.Method == "apps.connections.open") return call.Token == AppToken ? new SlackAnswer(200, Sockets.Ask(call.Token).ToJsonString()) : SlackAnswer.No("invalid_auth");
        if (!call.Token.StartsWith("xox", StringComparison.Ordinal) || !Tokens.Contains(call.Token)) return SlackAnswer.No(call.Token.Length == 0 ? "not_authed" : "invalid_auth");
        return call.Method switch
        {
            "auth.test" => await ForwardAsync(request, body) with { Headers = new Dictionary<string, string> { ["X-OAuth-Scopes"] = string.Join(',', Scopes) } },
            "conversations.history" => await HistoryAsync(call, thread: null),
            "conversations.replies" => await HistoryAsync(call, call.Text("ts")),
            "conversations.invite" => await InviteAsync(call),
            "conversations.unarchive" when call.Token.StartsWith("xoxb", StringComparison.Ordinal) => SlackAnswer.No("not_in_channel"),
            "usergroups.list" => SlackAnswer.Yes(new JsonObject { ["usergroups"] = new JsonArray([.. Groups.Select(Group)]) }),
            "usergroups.users.list" => SlackAnswer.Yes(new JsonObject { ["users"] = new JsonArray([.. Groups.First(group => $"S0{group.Key.ToUpperInvariant()}" == call.Text("usergroup")).Value.Select(user => JsonValue.Create(user))]) }),
            "views.open" or "views.update" or "views.publish" => Seen(call, await ForwardAsync(request, body)),
            "chat.postEphemeral" => Whispered(call, await ForwardAsync(request, body)),
            _ => await ForwardAsync(request, body),
        };
    }

    /// <summary>Asks the emulator, as somebody with a token.</summary>
    internal async Task<JsonObject> AskAsync(string method, JsonObject arguments, string token = BotToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{method}") { Content = new StringContent(arguments.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await emulated.SendAsync(request);
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Uploads a file's bytes, as a client does.</summary>
    internal async Task UploadAsync(string address, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var answer = await emulated.PostAsync(new Uri(address).PathAndQuery, content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Shuts somebody's account.</summary>
    public async Task DeactivateAsync(string user) => (await emulated.PostAsync($"/stage/deactivate/{user}", null)).EnsureSuccessStatusCode();

    /// <summary>Somebody takes another name.</summary>
    public async Task CallAsync(string user, string name) => (await emulated.PostAsync($"/stage/rename/{user}/{Uri.EscapeDataString(name)}", null)).EnsureSuccessStatusCode();

    private async Task<SlackAnswer> ForwardAsync(HttpRequest request, byte[] body)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), $"{request.Path}{request.QueryString}") { Content = new ByteArrayContent(body) };
        if (request.ContentType is { } type) forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (request.Headers.Authorization.ToString() is { Length: > 0 } token) forwarded.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await emulated.SendAsync(forwarded);
        return new SlackAnswer((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync()) { ContentType = $"{answer.Content.Headers.ContentType}" };
    }

    // The emulator knows no window, and keeps metadata in sight of all.
    private async Task<SlackAnswer> HistoryAsync(SlackCall call, string? thread)
    {
        var all = await AskAsync(thread is null ? "conversations.history" : "conversations.replies", new JsonObject { ["channel"] = call.Text("channel"), ["ts"] = thread, ["limit"] = 1000 }, call.Token);
        if (!(bool)all["ok"]!) return new SlackAnswer(200, all.ToJsonString());
        var (oldest, latest, inclusive) = (call.Text("oldest"), call.Text("latest"), call.Text("inclusive") == "true");
        bool Fits(JsonObject message)
        {
            var ts = (string)message["ts"]!;
            var late = string.IsNullOrEmpty(oldest) || Later(ts, oldest) || (inclusive && ts == oldest) || ts == thread;
            return late && (string.IsNullOrEmpty(latest) || Later(latest, ts) || (inclusive && ts == latest));
        }
        var fitting = all["messages"]!.AsArray().Select(message => SlackPatches.Message((JsonObject)message!.DeepClone())).Where(Fits).ToList();
        var from = int.TryParse(call.Text("cursor"), out var cursor) ? cursor : 0;
        var limit = Math.Min(HistoryLimit, int.TryParse(call.Text("limit"), out var wanted) ? wanted : 100);
        var page = fitting.Skip(from).Take(limit).ToList();
        foreach (var head in page.Where(message => thread is null && (int?)message["reply_count"] > 0)) await ThreadedAsync(call.Text("channel")!, head);
        if (call.Text("include_all_metadata") != "true") page.ForEach(message => message.Remove("metadata"));
        var more = from + page.Count < fitting.Count;
        return SlackAnswer.Yes(new JsonObject
        {
            ["messages"] = new JsonArray([.. page]), ["has_more"] = more,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = more ? $"{from + page.Count}" : "" },
        });
    }

    // What Slack tells of a thread at its head.
    private async Task ThreadedAsync(string channel, JsonObject head)
    {
        var answers = await ThreadAsync(channel, (string)head["ts"]!);
        (head["thread_ts"], head["latest_reply"]) = ((string)head["ts"]!, answers[^1].Ts);
    }

    private static bool Later(string one, string other) => decimal.Parse(one) > decimal.Parse(other);

    // The emulator invites all or none; Slack invites the others when it is told to, and knows people whom nobody may invite.
    private async Task<SlackAnswer> InviteAsync(SlackCall call)
    {
        var users = call.Arguments["users"] is JsonArray list ? [.. list.Select(user => (string)user!)] : call.Text("users")!.Split(',');
        JsonObject? invited = null;
        var errors = new JsonArray();
        foreach (var user in users)
        {
            var answer = user == "U0GUEST" ? new JsonObject { ["ok"] = false, ["error"] = "user_is_restricted" } : await AskAsync(call.Method, new JsonObject { ["channel"] = call.Text("channel"), ["users"] = user }, call.Token);
            if ((bool)answer["ok"]!) invited = answer;
            else if (answer["errors"] is null && user != "U0GUEST") return new SlackAnswer(200, answer.ToJsonString());
            else errors.Add((JsonNode)new JsonObject { ["user"] = user, ["ok"] = false, ["error"] = (string)answer["error"]! });
        }
        if (errors.Count == 0) return new SlackAnswer(200, invited!.ToJsonString());
        return invited is not null && call.Text("force") == "true"
            ? SlackAnswer.Yes(new JsonObject { ["channel"] = invited["channel"]!.DeepClone(), ["errors"] = errors })
            : SlackAnswer.No((string)errors[0]!["error"]!, new JsonObject { ["errors"] = errors });
    }

    private static JsonNode Group(KeyValuePair<string, string[]> group) => new JsonObject
    {
        ["id"] = $"S0{group.Key.ToUpperInvariant()}", ["team_id"] = Team, ["is_usergroup"] = true, ["handle"] = group.Key, ["name"] = group.Key, ["date_delete"] = 0,
        ["users"] = new JsonArray([.. group.Value.Select(user => JsonValue.Create(user))]),
    };
}
