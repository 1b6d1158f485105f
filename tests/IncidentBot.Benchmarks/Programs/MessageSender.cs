using System.Net.Sockets;
using System.Text;
using IncidentBot.Benchmarks.Seeds;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>
/// Posts messages on one connection that stays open. It does next to nothing itself: on a small machine an ordinary
/// client would cost as much as the server and blur the difference between two servers.
/// </summary>
internal sealed class MessageSender : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[16 * 1024];
    private readonly string head;
    private readonly string sender = Guid.NewGuid().ToString("N");
    private int sent;

    private MessageSender(Uri address, string incident) =>
        head = $"POST /api/incidents/{incident}/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: ";

    /// <summary>Connections to a server.</summary>
    public static async Task<IReadOnlyList<MessageSender>> ConnectAsync(Uri address, string incident, int connections)
    {
        var senders = Enumerable.Range(0, connections).Select(_ => new MessageSender(address, incident)).ToList();
        foreach (var one in senders) await one.socket.ConnectAsync(address.Host, address.Port);
        return senders;
    }

    /// <summary>Posts the next message and reads the whole answer, which must be 201.</summary>
    public async Task SendAsync()
    {
        var body = $$"""{"by":"ana","text":"{{Chat.Text(++sent)}}","key":"{{sender}}-{{sent}}"}""";
        await socket.SendAsync(Encoding.UTF8.GetBytes($"{head}{body.Length}\r\n\r\n{body}"));
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed the connection.");
            length += read;
        }
        while (!IsWhole(answer.AsSpan(0, length)));
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(EndOfHead);
        if (end < 0) return false;
        var status = Encoding.ASCII.GetString(answer[..end]);
        if (!status.StartsWith("HTTP/1.1 201", StringComparison.Ordinal)) throw new InvalidOperationException($"The server answered {status.Split('\r')[0]}.");
        var body = answer[(end + EndOfHead.Length)..];
        var at = status.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= int.Parse(status[(at + 16)..].Split('\r')[0]);
    }
}
