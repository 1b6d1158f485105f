using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Scenarios.Exports;

/// <summary>A bundle unpacked into a directory of its own, which a test may spoil and mend again.</summary>
internal sealed class UnpackedBundle : IDisposable
{
    public UnpackedBundle(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.ExtractToDirectory(Directory);
    }

    /// <summary>Where it lies.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("incidentbot-bundle-").FullName;

    /// <summary>Its files, by name.</summary>
    public IReadOnlyList<string> Names =>
        [.. System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Directory, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>A file's bytes.</summary>
    public byte[] this[string name]
    {
        get => File.ReadAllBytes(PathOf(name));
        set
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            File.WriteAllBytes(PathOf(name), value);
        }
    }

    /// <summary>A file's text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(this[name]);

    /// <summary>What the script says while a file is another; it is put back afterwards.</summary>
    /// <param name="name">The file.</param>
    /// <param name="bytes">Its bytes meanwhile; null to take it away.</param>
    /// <param name="forged">True when whoever changed it computes the sums anew.</param>
    public (int Exit, string Said) AskWith(string name, byte[]? bytes, bool forged = false)
    {
        var (was, sums) = (File.Exists(PathOf(name)) ? this[name] : null, this["SHA256SUMS"]);
        Put(name, bytes);
        if (forged) Sum();
        var answer = VerifyProgram.Ask(Directory);
        Put(name, was);
        this["SHA256SUMS"] = sums;
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void Sum() => this["SHA256SUMS"] = Encoding.UTF8.GetBytes(string.Concat(
        Names.Where(name => name != "SHA256SUMS").Select(name => $"{Convert.ToHexStringLower(SHA256.HashData(this[name]))}  {name}\n")));

    private void Put(string name, byte[]? bytes)
    {
        if (bytes is null) File.Delete(PathOf(name));
        else this[name] = bytes;
    }

    private string PathOf(string name) => Path.Combine(Directory, name);
}
