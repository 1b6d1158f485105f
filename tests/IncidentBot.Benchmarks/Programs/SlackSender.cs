using System.Security.Cryptography;
using System.Text;
using IncidentBot.Benchmarks.Seeds;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>What Slack sends.</summary>
internal enum Sending
{
    /// <summary>A message was written in the incident's channel.</summary>
    Message,

    /// <summary>Somebody typed the slash command.</summary>
    Command,

    /// <summary>Somebody pressed a button.</summary>
    Press,
}

/// <summary>Sends what Slack sends, signed as Slack signs, on one connection.</summary>
internal sealed class SlackSender : IDisposable
{
    /// <summary>The signing secret.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private const int People = 8;

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static int last;

    private readonly Wire wire;
    private readonly string authority;

    private SlackSender(Wire wire, string authority) => (this.wire, this.authority) = (wire, authority);

    /// <summary>Connections to a server.</summary>
    public static async Task<IReadOnlyList<SlackSender>> ConnectAsync(Uri address, int connections)
    {
        var senders = new List<SlackSender>();
        while (senders.Count < connections) senders.Add(new SlackSender(await Wire.ConnectAsync(address, status: 200), address.Authority));
        return senders;
    }

    /// <summary>Sends the next one of a kind and reads the whole answer, which must be 200.</summary>
    public Task SendAsync(Sending kind)
    {
        var number = Interlocked.Increment(ref last);
        var (door, type, body) = kind switch
        {
            Sending.Message => ("events", "application/json", Message(number)),
            Sending.Command => ("commands", "application/x-www-form-urlencoded", Command(number)),
            _ => ("interactions", "application/x-www-form-urlencoded", $"payload={Uri.EscapeDataString(Press(number))}"),
        };
        return wire.AskAsync(Signed(door, type, Encoding.UTF8.GetBytes(body)));
    }

    /// <inheritdoc/>
    public void Dispose() => wire.Dispose();

    private byte[] Signed(string door, string type, byte[] body)
    {
        var moment = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var signed = new byte[32 + body.Length];
        var prefix = Encoding.ASCII.GetBytes($"v0:{moment}:", signed);
        body.CopyTo(signed, prefix);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key, signed.AsSpan(0, prefix + body.Length)));
        var head = $"POST /slack/{door} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: {type}\r\nX-Slack-Request-Timestamp: {moment}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static string Message(int number)
    {
        var ts = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}.{number % 1_000_000:000000}";
        return $$"""
            {"type":"event_callback","token":"ignored","team_id":"T1","context_team_id":"T1","api_app_id":"A1","event_id":"Ev{{number}}","event_time":{{ts.Split('.')[0]}},"event_context":"EC1","is_ext_shared_channel":false,"authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U9BOT","is_bot":true,"is_enterprise_install":false}],"event":{"type":"message","channel":"{{AnsweringSlack.Channel}}","channel_type":"channel","user":"{{User(number)}}","text":"{{Chat.Text(number)}}","ts":"{{ts}}","event_ts":"{{ts}}","team":"T1","client_msg_id":"c{{number}}"} }
            """;
    }

    private static string Command(int number) =>
        $"token=x&team_id=T1&team_domain=d&channel_id=C0ELSEWHERE&channel_name=help&user_id={User(number)}&user_name=u&command=%2Fincident&text=INC-1+note+%22looked+at+graph+{number}%22"
        + $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1%2F{number}&trigger_id=1.2.{number}&api_app_id=A1&is_enterprise_install=false";

    private static string Press(int number) => $$"""
        {"type":"block_actions","team":{"id":"T1","domain":"d"},"enterprise":null,"is_enterprise_install":false,"user":{"id":"{{User(number)}}","username":"u","name":"u","team_id":"T1"},"api_app_id":"A1","token":"ignored","container":{"type":"message","message_ts":"1700000000.{{number % 1_000_000:000000}}","channel_id":"{{AnsweringSlack.Channel}}","is_ephemeral":false},"trigger_id":"1.3.{{number}}","channel":{"id":"{{AnsweringSlack.Channel}}","name":"inc-1"},"message":{"type":"message","bot_id":"B1","user":"U9BOT","text":"INC-1","ts":"1700000000.{{number % 1_000_000:000000}}","blocks":[]},"state":{"values":{} },"response_url":"https://hooks.slack.com/actions/1/{{number}}","actions":[{"type":"button","action_id":"b:0:0","block_id":"c:{{number}}:0","text":{"type":"plain_text","text":"Note it","emoji":true},"value":"INC-1 note \"seen {{number}}\"","action_ts":"1700000000.{{number % 1_000_000:000000}}"} ] }
        """;

    private static string User(int number) => $"U{number % People}";
}
