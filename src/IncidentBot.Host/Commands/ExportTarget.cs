namespace IncidentBot.Host.Commands;

/// <summary>The file that an export writes: what is in it, where it lies, and whether it may take the place of another.</summary>
internal sealed record ExportTarget(IncidentId Incident, ExportFormat Format, string? Out, bool Force)
{
    /// <summary>The file's full path.</summary>
    public string Path { get; } = Full(Out, Format == ExportFormat.Bundle ? $"{Incident}-evidence.zip" : $"{Incident}-{Format.File()}");

    /// <summary>What to do with it next, behind the sentence that tells of it.</summary>
    public string Next => Format == ExportFormat.Bundle ? " Unpack it and verify it: dotnet run verify.cs" : "";

    private string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Why it cannot be written, as far as can be seen beforehand; null when it can.</summary>
    public string? Fault()
    {
        if (!System.IO.Directory.Exists(Directory)) return $"There is no directory {Directory}. Create it, or name another place with --out.";
        return File.Exists(Path) && !Force ? $"{Path} is there already. Say --force to replace it, or name another place with --out." : null;
    }

    /// <summary>Writes the file beside its place and puts it there once it is whole.</summary>
    public async Task WriteAsync(Func<Stream, Task> write)
    {
        var unfinished = System.IO.Path.Combine(Directory, $".{System.IO.Path.GetRandomFileName()}.unfinished");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write)) await write(file);
            File.Move(unfinished, Path, overwrite: Force);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static string Full(string? place, string name)
    {
        if (place is null) return System.IO.Path.GetFullPath(name);
        return System.IO.Path.EndsInDirectorySeparator(place) || System.IO.Directory.Exists(place) ? System.IO.Path.GetFullPath(System.IO.Path.Combine(place, name)) : System.IO.Path.GetFullPath(place);
    }
}
