using System.Net.Sockets;
using System.Text;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>
/// A connection to a server that stays open. It does next to nothing itself: on a small machine an ordinary
/// client would cost as much as the server and blur the difference between two servers.
/// </summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[16 * 1024];
    private readonly byte[] expected;

    private Wire(int status) => expected = Encoding.ASCII.GetBytes($"HTTP/1.1 {status}");

    /// <summary>Connects to a server, all of whose answers must have this status.</summary>
    public static async Task<Wire> ConnectAsync(Uri address, int status)
    {
        var wire = new Wire(status);
        await wire.socket.ConnectAsync(address.Host, address.Port);
        return wire;
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task AskAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
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

    private bool IsWhole(ReadOnlySpan<byte> answered)
    {
        var end = answered.IndexOf(EndOfHead);
        if (end < 0) return false;
        var head = Encoding.ASCII.GetString(answered[..end]);
        if (!answered.StartsWith(expected)) throw new InvalidOperationException($"The server answered {head.Split('\r')[0]}.");
        var body = answered[(end + EndOfHead.Length)..];
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= int.Parse(head[(at + 16)..].Split('\r')[0]);
    }
}
