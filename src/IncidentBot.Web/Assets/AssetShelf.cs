using System.Collections.Frozen;

namespace IncidentBot.Web.Assets;

/// <summary>All assets, by name: <c>site.css</c>, <c>htmx/htmx.min.js</c>.</summary>
internal sealed class AssetShelf
{
    private const string Prefix = "wwwroot/";

    private readonly FrozenDictionary<string, Asset> assets = Load().ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The words of a style sheet or script, for files that carry them within.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(AssetShelf).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }

    public Asset? Find(string name) => assets.GetValueOrDefault(name);

    private static IEnumerable<Asset> Load()
    {
        var assembly = typeof(AssetShelf).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new Asset(name[Prefix.Length..], bytes);
        }
    }
}
