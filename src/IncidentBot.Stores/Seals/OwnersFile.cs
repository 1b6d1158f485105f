namespace IncidentBot.Stores.Seals;

/// <summary>A file that only its owner may read and write.</summary>
internal static class OwnersFile
{
    public static FileStreamOptions ToWrite(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
