using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.TestKit;

/// <summary>What people see in Slack: channels, messages, whispers, modals, homes.</summary>
public sealed partial class FakeSlack
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackMessage>> whispers = new();
    private readonly ConcurrentDictionary<string, SlackView> modals = new();
    private readonly ConcurrentDictionary<string, SlackView> homes = new();
    private readonly ConcurrentDictionary<string, string> triggers = new();
    private readonly ConcurrentDictionary<string, ResponseUrl> responses = new();
    private int lastWhisper;

    /// <summary>A person of the workspace.</summary>
    public SlackPerson As(string user) => new(this, user);

    /// <summary>The messages of a channel, oldest first, without the answers in threads.</summary>
    public async Task<IReadOnlyList<SlackMessage>> MessagesAsync(string channel) => await ReadAsync("conversations.history", new JsonObject { ["channel"] = channel, ["limit"] = 1000 });

    /// <summary>The messages of a thread, its first one included.</summary>
    public async Task<IReadOnlyList<SlackMessage>> ThreadAsync(string channel, string ts) => await ReadAsync("conversations.replies", new JsonObject { ["channel"] = channel, ["ts"] = ts });

    /// <summary>The channels that the bot sees, archived ones too, by their names.</summary>
    public async Task<IReadOnlyDictionary<string, JsonObject>> ChannelsAsync()
    {
        var all = await AskAsync("conversations.list", new JsonObject { ["types"] = "public_channel,private_channel", ["limit"] = 1000 });
        return all["channels"]!.AsArray().ToDictionary(channel => (string)channel!["name"]!, channel => (JsonObject)channel!);
    }

    /// <summary>What Slack knows of a channel.</summary>
    public async Task<JsonObject> ChannelAsync(string channel) => (JsonObject)(await AskAsync("conversations.info", new JsonObject { ["channel"] = channel }))["channel"]!;

    /// <summary>Who is in a channel.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(string channel) =>
        [.. (await AskAsync("conversations.members", new JsonObject { ["channel"] = channel, ["limit"] = 1000 }))["members"]!.AsArray().Select(member => (string)member!)];

    /// <summary>The <c>ts</c> of what is pinned in a channel.</summary>
    public async Task<IReadOnlyList<string>> PinsAsync(string channel) =>
        [.. (await AskAsync("pins.list", new JsonObject { ["channel"] = channel }))["items"]!.AsArray().Select(pin => (string)pin!["message"]!["ts"]!)];

    /// <summary>The links in a channel's bar.</summary>
    public async Task<IReadOnlyList<string>> BookmarksAsync(string channel) =>
        [.. (await AskAsync("bookmarks.list", new JsonObject { ["channel_id"] = channel }))["bookmarks"]!.AsArray().Select(bookmark => (string)bookmark!["title"]!)];

    internal IReadOnlyList<SlackMessage> WhispersTo(string user) => whispers.TryGetValue(user, out var heard) ? [.. heard] : [];

    internal SlackView? ModalOf(string user) => modals.GetValueOrDefault(user);

    internal SlackView? HomeOf(string user) => homes.GetValueOrDefault(user);

    internal void Show(string user, JsonObject? view)
    {
        if (view is null) modals.TryRemove(user, out _);
        else modals[user] = new SlackView(user, view);
    }

    internal async Task<string> TriggerAsync(string user)
    {
        var trigger = (string)(await AskAsync("views.generateTriggerId", new JsonObject { ["user_id"] = user }))["trigger_id"]!;
        (await emulated.PostAsync($"/stage/trigger/{trigger}", null)).EnsureSuccessStatusCode();
        triggers[trigger] = user;
        return trigger;
    }

    internal string NewResponseUrl(string user, string channel, SlackMessage? pressed = null)
    {
        var id = Guid.NewGuid().ToString("N");
        responses[id] = new ResponseUrl(user, channel, pressed);
        return new Uri(Address, $"/response/{id}").ToString();
    }

    internal void Whisper(string user, string channel, JsonObject message)
    {
        var seen = (JsonObject)message.DeepClone();
        seen["ts"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.9{Interlocked.Increment(ref lastWhisper):00000}";
        whispers.GetOrAdd(user, _ => new()).Enqueue(new SlackMessage(channel, seen) { IsEphemeral = true });
    }

    private async Task<IReadOnlyList<SlackMessage>> ReadAsync(string method, JsonObject arguments)
    {
        var answer = await AskAsync(method, arguments);
        if (answer["messages"] is not JsonArray messages) throw new InvalidOperationException($"{method} of {arguments.ToJsonString()}: {answer.ToJsonString()}");
        return [.. messages.Select(message => new SlackMessage((string)arguments["channel"]!, (JsonObject)message!)).OrderBy(message => decimal.Parse(message.Ts))];
    }

    private SlackAnswer Seen(SlackCall call, SlackAnswer answer)
    {
        if (answer.Json["view"] is not JsonObject view) return answer;
        if (call.Method == "views.publish") homes[call.Text("user_id")!] = new SlackView(call.Text("user_id")!, view);
        else if (call.Method == "views.open") Show(triggers[call.Text("trigger_id")!], view);
        else if (modals.Values.FirstOrDefault(open => open.Id == (string?)view["id"]) is { } open) Show(open.User, view);
        return answer;
    }

    private SlackAnswer Whispered(SlackCall call, SlackAnswer answer)
    {
        if ((bool)answer.Json["ok"]!) Whisper(call.Text("user")!, call.Text("channel")!, call.Arguments);
        return answer;
    }

    // Five posts within half an hour, with no other proof than the address.
    private async Task RespondAsync(HttpContext http)
    {
        var body = System.Text.Encoding.UTF8.GetString(await BodyAsync(http.Request));
        var call = SlackCall.Read("response_url", http.Request.Headers.Authorization.ToString(), body, http.Request.ContentType, DateTimeOffset.UtcNow);
        calls.Enqueue(call);
        if (Troubles.Of(call.Method) is { } trouble && !await BeforeAsync(trouble, call, http)) return;
        if (!responses.TryGetValue((string)http.Request.RouteValues["id"]!, out var response) || ++response.Uses > 5)
        {
            await SendAsync(http, new SlackAnswer(404, """{"ok":false,"error":"used_url"}"""));
            return;
        }
        var said = call.Arguments;
        if (response.Pressed is { IsEphemeral: false } pressed && said["replace_original"]?.GetValue<bool>() == true)
            await AskAsync("chat.update", new JsonObject { ["channel"] = pressed.Channel, ["ts"] = pressed.Ts, ["text"] = said["text"]?.DeepClone(), ["blocks"] = said["blocks"]?.DeepClone() });
        else if ((string?)said["response_type"] == "in_channel")
            await AskAsync("chat.postMessage", new JsonObject { ["channel"] = response.Channel, ["text"] = said["text"]?.DeepClone(), ["blocks"] = said["blocks"]?.DeepClone() });
        else Whisper(response.User, response.Channel, said);
        await SendAsync(http, new SlackAnswer(200, "ok") { ContentType = "text/plain" });
    }

    private sealed record ResponseUrl(string User, string Channel, SlackMessage? Pressed)
    {
        public int Uses { get; set; }
    }
}
