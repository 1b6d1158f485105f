using System.Diagnostics;
using System.Text.Json;

namespace IncidentBot.TestKit;

/// <summary>The emulator's process (<c>tests/peers/slack.mjs</c>): a Slack that others wrote, which keeps channels, messages, files and views.</summary>
internal sealed class SlackEmulator : IDisposable
{
    private const string Wanted = "The scenarios over Slack run against an emulator of Slack on Node.js 20 or later: install Node.js, then run `npm ci` in tests/peers.";

    private readonly Process process;

    private SlackEmulator(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts one that believes to be reached at the address of the front before it.</summary>
    public static async Task<SlackEmulator> StartAsync(Uri front)
    {
        var peers = Path.Combine(Repository.Root, "tests", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules", "emulate"))) throw new InvalidOperationException($"{Path.Combine("tests", "peers", "node_modules")} lacks the emulator. {Wanted}");
        var started = Start(peers, front);
        var complaints = started.StandardError.ReadToEndAsync();
        return await started.StandardOutput.ReadLineAsync() is { } line
            ? new SlackEmulator(started, new Uri(JsonDocument.Parse(line).RootElement.GetProperty("url").GetString()!))
            : throw new InvalidOperationException($"The emulator of Slack did not start. {Wanted} It said:\n{await complaints}");
    }

    /// <summary>Lets it end, as its input ends.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill();
        process.Dispose();
    }

    private static Process Start(string peers, Uri front)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["slack.mjs", front.GetLeftPart(UriPartial.Authority)])
            {
                WorkingDirectory = peers, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException($"Node.js was not found. {Wanted}", fault);
        }
    }
}
