namespace IncidentBot.Stores.Disks;

/// <summary>The one directory that a store writes to; a seam, so that tests can pull the plug.</summary>
internal interface IDisk
{
    /// <summary>The directory's name, for sentences to the operator.</summary>
    string Place { get; }

    /// <summary>Opens a file for this process alone, creating it when it is not there.</summary>
    IBlockFile Open(string name);

    /// <summary>Makes sure that files which were created are still found after a power cut.</summary>
    void SyncNames();
}

/// <summary>A file of blocks: what was written is on the device only once it was synced.</summary>
internal interface IBlockFile : IDisposable
{
    long Length { get; }

    int Read(long offset, Span<byte> into);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    void SetLength(long length);

    void Sync();
}
