using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot;

/// <summary>The house rules part by part, as digests: enough to tell that a part changed, and nothing of what it says.</summary>
public static class PolicyDigests
{
    private const int Length = 16;

    /// <summary>The digest of every part, by its name.</summary>
    public static SortedDictionary<string, string> Of(Policy policy)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in JsonSerializer.SerializeToElement(policy, PolicyJson.Default.Policy).EnumerateObject())
            parts[part.Name] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Value.GetRawText())))[..Length];
        return parts;
    }

    /// <summary>The parts that are not as they were.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        [.. now.Where(part => before.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key)];

    /// <summary>The part as people say it: <c>default severity</c>.</summary>
    public static string InWords(string part) => part == "access"
        ? "who is let in"
        : string.Concat(part.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(SeverityConverter)])]
[JsonSerializable(typeof(Policy))]
internal sealed partial class PolicyJson : JsonSerializerContext;
