using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentBot.Scenarios;

/// <summary>The real program in a process of its own, which can be killed.</summary>
public sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder said = new();

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it printed so far, both streams.</summary>
    public string Said { get { lock (said) return said.ToString(); } }

    /// <summary>A free loopback port.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts the server on a data directory, with settings that differ from the defaults, and waits until it is ready.</summary>
    public static async Task<HostProcess> ServeAsync(string directory, int port, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var host = Start(["serve", "--Listen", address.ToString(), "--Store:Path", directory, "--Logging:LogLevel:Default", "Warning", .. settings], address);
        using var client = new HttpClient { BaseAddress = address };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !host.process.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode) return host;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the loop's patience decides.
            }
            await Task.Delay(50);
        }
        var printed = host.Said;
        host.Dispose();
        throw new AssertionException($"The host did not become ready. It said:\n{printed}");
    }

    /// <summary>Starts the program and waits until it has said something; its temporary files go where one says.</summary>
    public static async Task<HostProcess> SayingAsync(string sentence, string temporary, params string[] arguments)
    {
        var host = Start(arguments, new Uri("http://127.0.0.1"), temporary, temporary);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !host.process.HasExited; await Task.Delay(50))
            if (host.Said.Contains(sentence, StringComparison.Ordinal)) return host;
        var printed = host.Said;
        host.Dispose();
        throw new AssertionException($"The program never said “{sentence}”. It said:\n{printed}");
    }

    /// <summary>Asks it to end, as a supervisor does, and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var asking = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Exit, string Said)> RunAsync(params string[] arguments) => RunInAsync(Environment.CurrentDirectory, arguments);

    /// <summary>Runs a command to its end in a directory of its own.</summary>
    public static async Task<(int Exit, string Said)> RunInAsync(string workingDirectory, params string[] arguments)
    {
        using var host = Start(arguments, new Uri("http://127.0.0.1"), workingDirectory);
        using var patience = new CancellationTokenSource(Patience);
        await host.process.WaitForExitAsync(patience.Token);
        return (host.process.ExitCode, host.Said);
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static HostProcess Start(IEnumerable<string> arguments, Uri address, string? workingDirectory = null, string? temporary = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = workingDirectory ?? "" };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (temporary is not null) start.Environment["TMPDIR"] = temporary;
        var host = new HostProcess(new Process { StartInfo = start }, address);
        host.process.OutputDataReceived += (_, line) => host.Hear(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Hear(line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
    }
}
