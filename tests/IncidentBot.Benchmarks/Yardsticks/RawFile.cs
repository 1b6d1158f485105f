using System.Threading.Channels;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Benchmarks.Yardsticks;

/// <summary>
/// The limit that the device sets: a file that bytes are appended to, with the store's own sync policy.
/// What waits is written together and synced once; nobody is answered before.
/// </summary>
internal sealed class RawFile : IDisposable
{
    private const int LargestGroup = 256;
    private readonly IBlockFile file;
    private readonly Channel<(byte[] Bytes, TaskCompletionSource Done)> waiting = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly Thread writer;
    private readonly MemoryStream group = new();
    private long length;

    public RawFile(string directory)
    {
        file = new LocalDisk(directory).Open("raw");
        writer = new Thread(Write) { IsBackground = true, Name = "raw writer" };
        writer.Start();
    }

    /// <summary>One write and one sync, on the caller's own thread.</summary>
    public void Append(byte[] bytes)
    {
        file.Write(length, bytes);
        length += bytes.Length;
        file.Sync();
    }

    /// <summary>Joins the group that is written next.</summary>
    public Task AppendAsync(byte[] bytes)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((bytes, done));
        return done.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        waiting.Writer.Complete();
        writer.Join();
        file.Dispose();
        group.Dispose();
    }

    private void Write()
    {
        var answers = new List<TaskCompletionSource>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (answers.Count < LargestGroup && waiting.Reader.TryRead(out var next))
            {
                group.Write(next.Bytes);
                answers.Add(next.Done);
            }
            Append(group.ToArray());
            answers.ForEach(answer => answer.SetResult());
            answers.Clear();
            group.SetLength(0);
        }
    }
}
