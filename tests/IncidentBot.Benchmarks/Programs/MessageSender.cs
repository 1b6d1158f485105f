using System.Text;
using IncidentBot.Benchmarks.Seeds;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>Posts messages through the API, on one connection.</summary>
internal sealed class MessageSender : IDisposable
{
    private readonly Wire wire;
    private readonly string head;
    private readonly string sender = Guid.NewGuid().ToString("N");
    private int sent;

    private MessageSender(Wire wire, Uri address, string incident)
    {
        this.wire = wire;
        head = $"POST /api/incidents/{incident}/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /// <summary>Connections to a server.</summary>
    public static async Task<IReadOnlyList<MessageSender>> ConnectAsync(Uri address, string incident, int connections)
    {
        var senders = new List<MessageSender>();
        while (senders.Count < connections) senders.Add(new MessageSender(await Wire.ConnectAsync(address, status: 201), address, incident));
        return senders;
    }

    /// <summary>Posts the next message and reads the whole answer, which must be 201.</summary>
    public async Task SendAsync()
    {
        var body = $$"""{"by":"ana","text":"{{Chat.Text(++sent)}}","key":"{{sender}}-{{sent}}"}""";
        await wire.AskAsync(Encoding.UTF8.GetBytes($"{head}{body.Length}\r\n\r\n{body}"));
    }

    /// <inheritdoc/>
    public void Dispose() => wire.Dispose();
}
