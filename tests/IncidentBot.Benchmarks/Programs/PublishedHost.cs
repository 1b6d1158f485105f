using System.Diagnostics;

namespace IncidentBot.Benchmarks.Programs;

/// <summary>The program as an operator would publish it: optimised, compiled ahead of time, on the shared framework.</summary>
internal sealed class PublishedHost
{
    private const string Name = "IncidentBot.Host";
    private readonly string directory;

    private PublishedHost(string directory) => this.directory = directory;

    /// <summary>Publishes it beside this program, where a second run finds most of the work done.</summary>
    public static async Task<PublishedHost> CreateAsync(CancellationToken stopped)
    {
        var output = Path.Combine(AppContext.BaseDirectory, "published");
        var build = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            // A runtime of its own would be another lock file; the tree's stay as they are.
            ArgumentList =
            {
                "publish", Path.Combine(Root(), "src", Name), "-c", "Release", "-o", Path.Combine(output, "host"), "--artifacts-path", Path.Combine(output, "build"),
                "--use-current-runtime", "--no-self-contained", "-p:PublishReadyToRun=true", "-p:RestorePackagesWithLockFile=false", "-p:NuGetLockFilePath=none",
                "--nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false",
            },
        };
        using var process = Process.Start(build)!;
        var told = await process.StandardOutput.ReadToEndAsync(stopped);
        await process.WaitForExitAsync(stopped);
        return process.ExitCode == 0 ? new PublishedHost(Path.Combine(output, "host")) : throw new InvalidOperationException($"The program could not be published:\n{told}");
    }

    /// <summary>Starts it on a data directory, with settings that differ from the defaults.</summary>
    public RunningProgram Start(string data, params string[] settings)
    {
        var address = RunningProgram.FreeAddress();
        return RunningProgram.Start(Path.Combine(directory, Name), address, ready: "health/ready", first: "", [$"--Listen={address}", $"--Store:Path={data}", .. settings]);
    }

    private static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "IncidentBot.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run this from a clone of the repository: the program is published from its source.");
        return root;
    }
}
