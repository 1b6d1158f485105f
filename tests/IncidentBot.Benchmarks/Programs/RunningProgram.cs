using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>A program in a process of its own, on a loopback port. Disposing ends it as an operator would.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(3);
    private readonly HttpClient client;
    private readonly Process process;
    private readonly Task<string> said;
    private readonly Task<string> complained;
    private readonly (string Ready, string First) pages;
    private readonly long began;

    private RunningProgram(Process process, Uri address, (string Ready, string First) pages, long began)
    {
        (this.process, Address, this.pages, this.began) = (process, address, pages, began);
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        // A browser that said its name before: the first page is the war room, not the question.
        client.DefaultRequestHeaders.Add("Cookie", "incidentbot-name=Ana");
        (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The memory that it holds now, in bytes.</summary>
    public double Memory => Refreshed().WorkingSet64;

    /// <summary>The CPU that it has used, in seconds.</summary>
    public double Cpu => Refreshed().TotalProcessorTime.TotalSeconds;

    /// <summary>Starts a program.</summary>
    public static RunningProgram Start(string program, Uri address, string ready, string first, params string[] arguments)
    {
        var now = Stopwatch.GetTimestamp();
        var started = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        return new RunningProgram(started, address, (ready, first), now);
    }

    /// <summary>An address that nobody listens on.</summary>
    public static Uri FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
    }

    /// <summary>Waits until it is ready and has shown its first page; returns the seconds since it was started.</summary>
    public async Task<double> FirstAnswerAsync(CancellationToken stopped)
    {
        while (!await IsReadyAsync(stopped)) await Task.Delay(Between, stopped);
        using var page = await client.GetAsync(pages.First, stopped);
        page.EnsureSuccessStatusCode();
        await page.Content.ReadAsByteArrayAsync(stopped);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Asks for a page as a browser does that said its name before.</summary>
    public async Task<Answered> AskAsync(string path, CancellationToken stopped)
    {
        var asked = Stopwatch.GetTimestamp();
        using var page = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stopped);
        page.EnsureSuccessStatusCode();
        await using var body = await page.Content.ReadAsStreamAsync(stopped);
        var (buffer, bytes) = (new byte[64 * 1024], (double)await body.ReadAsync(new byte[1], stopped));
        var seconds = Stopwatch.GetElapsedTime(asked).TotalSeconds;
        while (await body.ReadAsync(buffer, stopped) is > 0 and var read) bytes += read;
        return new Answered(seconds, bytes);
    }

    /// <summary>Declares an incident, so that messages have a room; returns its number.</summary>
    public async Task<string> DeclareAsync(CancellationToken stopped)
    {
        using var line = new StringContent("""{"line":"declare Checkout is down","by":"ana"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("api/lines", line, stopped);
        answer.EnsureSuccessStatusCode();
        using var reply = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(stopped));
        return reply.RootElement.GetProperty("incident").GetString()!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows()) process.Kill();
        else if (!process.HasExited) _ = kill(process.Id, Terminate);
        await process.WaitForExitAsync();
        await Task.WhenAll(said, complained);
        process.Dispose();
        client.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken stopped)
    {
        if (process.HasExited) throw new InvalidOperationException($"The program ended by itself: {await complained}{await said}");
        try
        {
            using var answer = await client.GetAsync(pages.Ready, stopped);
            return answer.IsSuccessStatusCode ? true : (int)answer.StatusCode == 503 ? false : throw new InvalidOperationException($"/{pages.Ready} answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private Process Refreshed()
    {
        process.Refresh();
        return process;
    }

#pragma warning disable SYSLIB1054, IDE1006 // Named as the C library names it.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
#pragma warning restore SYSLIB1054, IDE1006
}

/// <summary>A page that was asked for.</summary>
/// <param name="Seconds">Until its first byte.</param>
/// <param name="Bytes">Its size, uncompressed.</param>
internal sealed record Answered(double Seconds, double Bytes);
