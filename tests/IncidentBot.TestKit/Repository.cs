namespace IncidentBot.TestKit;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file beside a source file, whose path may have been mapped (<c>/_/tests/…</c>) to make the build reproducible.</summary>
    public static string Beside(string source, string file)
    {
        var inTests = source.Replace('\\', '/').LastIndexOf("/tests/", StringComparison.Ordinal);
        return Path.Combine(Root, Path.GetDirectoryName(source[(inTests + 1)..])!, file);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IncidentBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of their repository.");
    }
}
