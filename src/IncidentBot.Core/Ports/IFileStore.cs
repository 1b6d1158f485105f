namespace IncidentBot.Ports;

/// <summary>Keeps what people upload, named by what it contains, so that the timeline can prove it.</summary>
public interface IFileStore
{
    /// <summary>Stores the content; completes when it is on the device. Throws <see cref="FileTooLargeException"/> and keeps nothing above <paramref name="limitBytes"/>.</summary>
    ValueTask<StoredFile> PutAsync(Stream content, long limitBytes, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading; null when there is none by that digest.</summary>
    ValueTask<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default);

    /// <summary>Takes a stored file away for good; one that is not there is no fault.</summary>
    ValueTask DeleteAsync(string sha256, CancellationToken cancellation = default);
}

/// <summary>A stored file: the SHA-256 of its bytes in lower-case hex, and how many there are.</summary>
public sealed record StoredFile(string Sha256, long Bytes);

/// <summary>The file is larger than the limit.</summary>
public sealed class FileTooLargeException(long limitBytes)
    : Exception($"The file is larger than {limitBytes / 1024 / 1024} MB. Share a link to it instead.");
