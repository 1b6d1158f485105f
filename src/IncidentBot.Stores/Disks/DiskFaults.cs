namespace IncidentBot.Stores.Disks;

/// <summary>What an operating system means by its error numbers.</summary>
internal static class DiskFaults
{
    // ENOSPC and EDQUOT as Linux and macOS number them; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static readonly int[] Unix = OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];
    private static readonly int[] Windows = [112, 39];

    // EWOULDBLOCK of flock; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    private static readonly int[] Taken = OperatingSystem.IsWindows() ? [32, 33] : OperatingSystem.IsMacOS() ? [35] : [11];

    internal static bool IsFull(Exception? fault)
        => fault is not null && (fault is IOException io && Numbers.Contains(io.HResult & 0xFFFF) || IsFull(fault.InnerException));

    internal static bool IsTaken(Exception fault) => fault is IOException && Taken.Contains(fault.HResult & 0xFFFF);

    private static int[] Numbers => OperatingSystem.IsWindows() ? Windows : Unix;
}
