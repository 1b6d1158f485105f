using System.Security.Cryptography;
using System.Text;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;

namespace IncidentBot.Stores.Seals;

/// <summary>The key that seals are made under: 32 random bytes in a file for its owner's eyes only.</summary>
internal sealed class SealKey(string path)
{
    private const int Bytes = 32;

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The key, and what is wrong when there is none.</summary>
    public (byte[]? Key, string? Fault) Find()
    {
        try
        {
            var text = File.ReadAllText(Path).Trim();
            return text.Length == Bytes * 2 && text.All(char.IsAsciiHexDigit)
                ? (Convert.FromHexString(text), null)
                : (null, $"the key in {Path} is damaged: it must be {Bytes * 2} hexadecimal digits");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, $"the key {Path} is not there");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"the key {Path} cannot be read ({fault.Message.TrimEnd('.')})");
        }
    }

    /// <summary>The key, made when it is not there.</summary>
    public byte[] FindOrMake()
    {
        if (!File.Exists(Path)) return Make();
        var (key, fault) = Find();
        return key ?? throw new StoreUnavailableException($"Nothing can be sealed: {fault}. Restore it from the backup, or let Seals:KeyFile name the right one.");
    }

    private byte[] Make()
    {
        var directory = System.IO.Path.GetDirectoryName(Path)!;
        LocalDisk.Create(directory);
        var key = RandomNumberGenerator.GetBytes(Bytes);
        using (var file = new FileStream(Path, OwnersFile.ToWrite(FileMode.CreateNew)))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n"));
            file.Flush(flushToDisk: true);
        }
        DeviceSync.Names(directory);
        return key;
    }
}
