using System.Diagnostics;
using System.Runtime.CompilerServices;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Stores.Kills;

/// <summary>This very program, run a second time as a <see cref="KilledWriter"/>.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    internal WriterProcess(string directory, int seed, int longestLog) : this(KilledWriter.Variable, $"{directory};{seed};{longestLog}") { }

    /// <summary>The same for any part that a variable asks for.</summary>
    internal WriterProcess(string variable, string part)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(WriterProcess).Assembly.Location);
        start.Environment[variable] = part;
        _process = Process.Start(start)!;
    }

    internal string? ReadLine() => _process.StandardOutput.ReadLine();

    internal string Expect(string word)
    {
        while (ReadLine() is { } line)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
                return line;
        }
        throw new AssertionException($"the writer ended without saying {word}");
    }

    /// <summary>SIGKILL; then reads what it had still said.</summary>
    internal List<string> Kill()
    {
        _process.Kill();
        var rest = new List<string>();
        while (ReadLine() is { } line)
            rest.Add(line);
        _process.WaitForExit();
        return rest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

#pragma warning disable CA2255 // This assembly is a program, and the only one that a test surely has at hand.
    [ModuleInitializer]
    internal static void BecomeTheWriter()
    {
        KilledWriter.RunIfAsked();
        KilledIndexer.RunIfAsked();
    }
#pragma warning restore CA2255
}
