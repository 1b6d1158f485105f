using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>The settings files: one beside the program, one where the command is typed (it wins).</summary>
internal static class SettingsFiles
{
    private const string Name = "appsettings.json";

    /// <summary>Adds the file of the working directory behind the program's own, below the environment and the command line.</summary>
    public static void AddTo(IConfigurationManager configuration)
    {
        var here = Path.GetFullPath(Name);
        if (here == Path.Combine(AppContext.BaseDirectory, Name) || !File.Exists(here)) return;
        var own = configuration.Sources.OfType<JsonConfigurationSource>().LastOrDefault();
        var file = new JsonConfigurationSource { Path = here, Optional = true };
        file.ResolveFileProvider();
        configuration.Sources.Insert(own is null ? 0 : configuration.Sources.IndexOf(own) + 1, file);
    }

    /// <summary>Ends the start when a file cannot be read, saying where it is wrong; asked before anything is loaded.</summary>
    public static void Check()
    {
        var faults = new StartupFaults();
        foreach (var path in new[] { Path.Combine(AppContext.BaseDirectory, Name), Path.GetFullPath(Name) }.Distinct())
            if (File.Exists(path) && Fault(path) is { } sentence) faults.Add(path, sentence);
        faults.ThrowIfAny();
    }

    private static string? Fault(string path)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(path);
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            file.Build();
            return null;
        }
        catch (JsonException broken)
        {
            return $"The file is not JSON: something is wrong in line {broken.LineNumber + 1}, at character {broken.BytePositionInLine + 1}.";
        }
        catch (InvalidDataException broken)
        {
            return $"The file cannot be used: {broken.InnerException?.Message ?? broken.Message}";
        }
        catch (UnauthorizedAccessException)
        {
            return "The file may not be read by this account. Change its permissions, or move it away.";
        }
    }
}
