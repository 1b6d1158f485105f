using System.Diagnostics;
using System.Reflection;

namespace IncidentBot.Scenarios.Exports;

/// <summary>The bundle's own script: as an auditor runs it, and compiled once so that it can be asked many times.</summary>
internal static class VerifyProgram
{
    private static readonly Lazy<MethodInfo> Compiled = new(Compile);

    /// <summary>Runs it as README.txt says.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(string bundle)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run", "verify.cs"]) { WorkingDirectory = bundle, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    /// <summary>Asks the same script, compiled from the source that goes into bundles.</summary>
    public static (int Exit, string Said) Ask(string bundle)
    {
        using var said = new StringWriter();
        var exit = (int)Compiled.Value.Invoke(null, [bundle, said])!;
        return (exit, said.ToString());
    }

    private static MethodInfo Compile()
    {
        var directory = Directory.CreateTempSubdirectory("incidentbot-verify-").FullName;
        var script = Path.Combine(directory, "verify.cs");
        File.Copy(Path.Combine(TestKit.Repository.Root, "src/IncidentBot.Web/Exports/Evidence/verify.cs"), script);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", script, "--output", Path.Combine(directory, "out")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.That(build.ExitCode, Is.Zero, told);
        return Assembly.LoadFrom(Path.Combine(directory, "out", "verify.dll")).GetType("Bundle")!.GetMethod("Verify", [typeof(string), typeof(TextWriter)])!;
    }
}
