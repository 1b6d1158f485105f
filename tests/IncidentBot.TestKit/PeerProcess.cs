using System.Diagnostics;

namespace IncidentBot.TestKit;

/// <summary>A peer that others wrote, run by Node.js from <c>tests/peers</c>. It ends when its input does.</summary>
public sealed class PeerProcess : IDisposable
{
    private const string Wanted = "This test runs against a peer on Node.js 20 or later: install Node.js, then run `npm ci` in tests/peers.";

    private readonly Process process;
    private readonly Task<string> complaints;

    private PeerProcess(Process process) => (this.process, complaints) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts one.</summary>
    public static PeerProcess Start(string script, params string[] arguments)
    {
        var peers = Path.Combine(Repository.Root, "tests", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules"))) throw new InvalidOperationException(Wanted);
        try
        {
            return new PeerProcess(Process.Start(new ProcessStartInfo("node", [script, .. arguments])
            {
                WorkingDirectory = peers, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!);
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException($"Node.js was not found. {Wanted}", fault);
        }
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string> SaidAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(FakeSlackSocket.Patience) ?? throw new InvalidOperationException($"The peer ended early. It said:\n{await complaints}");

    /// <summary>Waits for a line that begins so; what is printed before it is passed over.</summary>
    public async Task<string> SaidAsync(string beginning)
    {
        while (true)
            if (await SaidAsync() is var line && line.StartsWith(beginning, StringComparison.Ordinal)) return line;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill();
        process.Dispose();
    }
}
