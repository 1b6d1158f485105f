using System.IO.Compression;
using System.Security.Cryptography;

namespace IncidentBot.Web.Assets;

/// <summary>A script, style sheet or drawing that the pages carry with them.</summary>
internal sealed class Asset
{
    private readonly Lazy<byte[]> brotli;

    public Asset(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        MediaType = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        brotli = new Lazy<byte[]>(Compress);
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public byte[] Brotli => brotli.Value;

    public string Tag { get; }

    public string MediaType { get; }

    private byte[] Compress()
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(Bytes);
        return packed.ToArray();
    }
}
