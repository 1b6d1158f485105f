using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IncidentBot.Stores.Disks;

/// <summary>Asks the device itself to keep what was written.</summary>
internal static partial class DeviceSync
{
    private const int Interrupted = 4;
    private const int ReadOnly = 0;

    /// <summary>The file's content, and its length if that changed. Elsewhere than on Linux a full sync stands in.</summary>
    internal static void Data(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
            Insist(() => fdatasync(file), "fdatasync");
        else
            RandomAccess.FlushToDisk(file);
    }

    /// <summary>The names in a directory. .NET opens no directories, and Windows needs no such thing.</summary>
    internal static void Names(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var opened = -1;
        Insist(() => opened = open(directory, ReadOnly), "open");
        using var handle = new SafeFileHandle(opened, ownsHandle: true);
        Insist(() => fsync(handle), "fsync");
    }

    private static void Insist(Func<int> call, string name)
    {
        while (call() < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
                throw new IOException($"{name}: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }

#pragma warning disable SYSLIB1054, IDE1006 // Named as the C library names them.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int fdatasync(SafeFileHandle file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle file);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);
#pragma warning restore SYSLIB1054, IDE1006
}
