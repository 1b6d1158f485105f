using System.Buffers;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Sockets;

/// <summary>Reads whole frames of text, in however many pieces they come. Binary ones are passed over, and those that are larger than anything Slack sends.</summary>
internal sealed class FrameReader(WebSocket socket, ILogger logger)
{
    /// <summary>The most bytes of one frame: as much as a body over HTTP may have.</summary>
    public const int Largest = 1024 * 1024;

    private const int Piece = 16 * 1024;
    private readonly ArrayBufferWriter<byte> whole = new(Piece);

    /// <summary>The next one; null when the other side has ended the connection. It holds until the next is asked for.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync()
    {
        while (true)
        {
            whole.ResetWrittenCount();
            var (size, type) = await ReadAsync();
            if (type == WebSocketMessageType.Close) return null;
            if (size > Largest) Log.TooLarge(logger, size);
            else if (type == WebSocketMessageType.Text) return whole.WrittenMemory;
        }
    }

    private async ValueTask<(long Size, WebSocketMessageType Type)> ReadAsync()
    {
        for (var size = 0L; ;)
        {
            var piece = await socket.ReceiveAsync(whole.GetMemory(Piece), CancellationToken.None);
            size += piece.Count;
            if (size <= Largest) whole.Advance(piece.Count);
            if (piece.EndOfMessage || piece.MessageType == WebSocketMessageType.Close) return (size, piece.MessageType);
        }
    }
}
