namespace IncidentBot.Host.Demo;

/// <summary>Where a demo keeps its timeline: a fresh directory, removed when it is over unless somebody wants it kept.</summary>
internal sealed class DemoPlace : IDisposable
{
    private readonly bool isKept;

    private DemoPlace(string directory, bool isKept) => (Directory, this.isKept) = (directory, isKept);

    /// <summary>The directory's full path.</summary>
    public string Directory { get; }

    /// <summary>A directory of the system's choice, or the one to be kept.</summary>
    public static DemoPlace Make(string? keep) => keep is null
        ? new DemoPlace(System.IO.Directory.CreateTempSubdirectory("incidentbot-demo-").FullName, isKept: false)
        : new DemoPlace(System.IO.Directory.CreateDirectory(keep).FullName, isKept: true);

    /// <summary>Why the directory cannot be used; null when it can.</summary>
    public static string? Fault(string? keep) => keep switch
    {
        not null when File.Exists(keep) => $"{keep} is a file. Name a directory for the demo's timeline.",
        not null when System.IO.Directory.Exists(keep) && System.IO.Directory.EnumerateFileSystemEntries(keep).Any() =>
            $"The directory {keep} is not empty, and a demo begins on a fresh timeline. Name a new one.",
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isKept) System.IO.Directory.Delete(Directory, recursive: true);
    }
}
