// Verifies this bundle without IncidentBot:   dotnet run verify.cs [directory]
// It needs the .NET 10 SDK and nothing else. Exit code 0: all is as it was recorded. 1: the sentence names the first wrong thing.
// README.txt says what this proves and what it does not.
#:property PublishAot=false
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

return Bundle.Verify(args.Length > 0 ? args[0] : Directory.GetCurrentDirectory(), Console.Out);

public sealed class Bundle(string directory)
{
    sealed class WrongException(string sentence) : Exception(sentence);
    record Claim(int Entry, long Seal, int UpTo, string Head, string Mac);

    static readonly string[] EntryFields = ["stream", "number", "recordedAt", "recordedAtMicroseconds", "occurredAt", "occurredAtMicroseconds", "by", "via", "kind", "key", "salt", "body", "content", "previousHash", "hash"];
    static readonly string[] ErasedFields = [.. EntryFields[..10], "erasedDigest", "remains", .. EntryFields[12..]];
    static readonly string[] SealFields = ["seal", "stream", "number", "head", "at", "mac", "doubt"];
    static readonly string[] Known = ["README.txt", "verify.cs", "timeline.jsonl", "review.md", "review.html", "review.json", "seals.jsonl", "missing-files.txt"];
    readonly Dictionary<string, string> sums = new(StringComparer.Ordinal);   // what SHA256SUMS says, by name
    readonly List<string> hashes = [];                                        // the hash of entry 1, 2, 3 …
    readonly List<Claim> claims = [];                                         // what entries say about seals
    readonly HashSet<string> shared = new(StringComparer.Ordinal);            // the files that entries speak of
    readonly SortedDictionary<int, string> erased = [];                       // the SHA-256 of what remains of an erased entry
    readonly Dictionary<int, (int By, string Sum)> redacted = [];             // what entries say about redacted ones; the last word counts
    long stream;

    public static int Verify(string directory, TextWriter tell)
    {
        try { tell.WriteLine(new Bundle(directory).Verify()); return 0; }
        catch (WrongException wrong) { tell.WriteLine("WRONG: " + wrong.Message); return 1; }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException) { tell.WriteLine("WRONG: the bundle cannot be read: " + fault.Message); return 1; }
    }

    string Verify()
    {
        Sums();
        Lines("timeline.jsonl", Entry);
        Require(hashes.Count > 0, "timeline.jsonl holds no entry.");
        Redactions();
        var seals = Seals();
        foreach (var name in sums.Keys.Where(name => name.StartsWith("files/")))
            Require(shared.Contains(name), $"{name} is in the bundle, but no entry of the timeline shares it.");
        return $"""
            All is as it was recorded: {hashes.Count} entries of INC-{stream}, chained without a gap{(erased.Count == 0 ? "" : $", {erased.Count} of them redacted")}; {shared.Count} shared files, whole; {(seals.Count == 0 ? "no seal yet" : $"{seals.Count} seals that agree, up to entry {seals.Max()}")}.
            Last entry's hash:     {hashes[^1]}
            SHA-256 of SHA256SUMS: {Hex(SHA256.HashData(File.ReadAllBytes(PathOf("SHA256SUMS"))))}
            Compare the hash with a seal that you know from elsewhere (the incident's room, a copy kept by somebody else). The seals' own codes (mac) can be checked only by who holds the key: incidentbot verify.
            """;
    }

    // 1. Every file has the bytes that SHA256SUMS says, none is missing, and none is there that it does not name.
    void Sums()
    {
        Require(File.Exists(PathOf("SHA256SUMS")), $"there is no SHA256SUMS in {directory}. Run this in the unpacked bundle, or name its directory.");
        foreach (var line in Text("SHA256SUMS"))
        {
            Require(Regex.IsMatch(line, "^[0-9a-f]{64}  [ -~]+$"), $"SHA256SUMS has a line that cannot be read: {line}");
            var (sum, name) = (line[..64], line[66..]);
            Require(sums.Count == 0 || string.CompareOrdinal(sums.Keys.Last(), name) < 0, $"SHA256SUMS is not in order at {name}.");
            Require(Known.Contains(name) || Regex.IsMatch(name, "^files/[0-9a-f]{64}$"), $"{name} does not belong into a bundle.");
            sums.Add(name, sum);
        }
        var found = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/')).ToHashSet();
        foreach (var name in sums.Keys) Require(found.Contains(name), $"{name} is missing.");
        foreach (var name in found.Order(StringComparer.Ordinal)) Require(name == "SHA256SUMS" || sums.ContainsKey(name), $"{name} is there, but SHA256SUMS does not name it.");
        foreach (var name in Known[..7]) Require(sums.ContainsKey(name), $"SHA256SUMS does not name {name}.");
        foreach (var (name, sum) in sums)
        {
            using var file = File.OpenRead(PathOf(name));
            Require(Hex(SHA256.HashData(file)) == sum, $"{name} was changed: its SHA-256 is not the one in SHA256SUMS.");
        }
    }

    // 2. Each entry continues the one before it, has the next number, and its hash is that of its fields:
    //    SHA-256(previous ‖ stream ‖ number ‖ recorded ‖ occurred ‖ by ‖ via ‖ kind ‖ key ‖ SHA-256(salt ‖ body)).
    //    Of an erased entry the digest SHA-256(salt ‖ body) is there, but neither salt nor body: what remains is under no hash.
    //    Numbers are 8 bytes big-endian, times microseconds since 1970, texts UTF-8 behind their length (4 bytes big-endian).
    void Entry(JsonElement entry, string where)
    {
        var isErased = entry.TryGetProperty("erasedDigest", out _);
        Fields(entry, isErased ? ErasedFields : EntryFields, where);
        var by = entry.GetProperty("by");
        Fields(by, ["id", "name", "claimed"], where);
        if (hashes.Count == 0) stream = entry.GetProperty("stream").GetInt64();
        var number = entry.GetProperty("number").GetInt32();
        Require(number == hashes.Count + 1 && entry.GetProperty("stream").GetInt64() == stream, $"{where}: entry {hashes.Count + 1} is missing or not in its place.");
        var previous = String(entry, "previousHash");
        Require(previous == (number == 1 ? new string('0', 64) : hashes[^1]), $"{where}: entry {number} does not continue entry {number - 1}.");

        var body = Base64(entry, isErased ? "remains" : "body", where);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previous));
        Number(hash, stream);
        Number(hash, number);
        Number(hash, Time(entry, "recordedAt", where));
        Number(hash, Time(entry, "occurredAt", where));
        Append(hash, String(by, "id"));
        Append(hash, String(by, "name"));
        hash.AppendData([by.GetProperty("claimed").GetBoolean() ? (byte)1 : (byte)0]);
        foreach (var field in new[] { "via", "kind", "key" }) Append(hash, String(entry, field));
        hash.AppendData(isErased ? Digest(entry, "erasedDigest", where) : SHA256.HashData([.. Base64(entry, "salt", where), .. body]));
        Require(Hex(hash.GetHashAndReset()) == String(entry, "hash"), $"{where}: entry {number} was changed after it was recorded.");
        hashes.Add(String(entry, "hash"));
        if (isErased) erased[number] = Hex(SHA256.HashData(body));

        // What readers see as content is exactly the body (or what remains of it), and left out only where that is no JSON on one line.
        var content = entry.GetProperty("content");
        var text = content.ValueKind == JsonValueKind.Null ? null : content.GetRawText();
        Require(text is null ? body.Length == 0 || body.Contains((byte)'\n') : text == Encoding.UTF8.GetString(body), $"{where}: the content of entry {number} is not its body.");
        if (body.Length == 0 || (isErased && String(entry, "kind") == "FileShared") || String(entry, "kind") is not ("FileShared" or "TimelineSealed" or "EntryRedacted")) return;
        using var stored = JsonDocument.Parse(body);
        var says = stored.RootElement.GetProperty("event");
        if (String(entry, "kind") == "FileShared") Shared(says, number);
        else if (String(entry, "kind") == "EntryRedacted") Redacted(says, number);
        else claims.Add(new Claim(number, says.GetProperty("seal").GetInt64(), says.GetProperty("upTo").GetInt32(), String(says, "head"), String(says, "mac")));
    }

    // 3. A shared file's bytes are there, and are those that its entry names, unless that was redacted or they stay on the chat.
    void Shared(JsonElement file, int number)
    {
        if (String(file, "sha256").Length == 0) return;
        var (name, sum) = ("files/" + String(file, "sha256"), String(file, "sha256"));
        var listed = sums.ContainsKey("missing-files.txt") && Text("missing-files.txt").Any(line => line.StartsWith(sum));
        Require(sums.ContainsKey(name), $"the file “{String(file, "name")}” of entry {number} {(listed ? "was missing already when the bundle was made: its bytes cannot be verified." : "is not in the bundle.")}");
        Require(sums[name] == sum && new FileInfo(PathOf(name)).Length == file.GetProperty("bytes").GetInt64(), $"{name} is not the file that entry {number} shares.");
        shared.Add(name);
    }

    // 4. What is erased was redacted by a later entry, which says the SHA-256 of what remains; and what was redacted is erased.
    void Redacted(JsonElement says, int number)
    {
        foreach (var one in says.GetProperty("entries").EnumerateArray())
        {
            var entry = one.GetProperty("entry").GetInt32();
            Require(entry >= 1 && entry < number, $"entry {number} says that it redacted entry {entry}, which does not come before it.");
            redacted[entry] = (number, String(one, "remainsSha256"));
        }
    }

    void Redactions()
    {
        foreach (var (entry, sum) in erased)
        {
            Require(redacted.ContainsKey(entry), $"entry {entry} was erased, but nobody redacted it.");
            Require(redacted[entry].Sum == sum, $"what is left of entry {entry} is not what its redaction left.");
        }
        foreach (var (entry, says) in redacted) Require(erased.ContainsKey(entry), $"entry {says.By} says that it redacted entry {entry}, which is still whole.");
    }

    // 5. Each seal names the hash of the entry that it sealed, and each seal that the timeline speaks of is there.
    List<int> Seals()
    {
        var (sealedUpTo, seen, last) = (new List<int>(), new Dictionary<long, (int Number, string Head, string Mac)>(), 0L);
        Lines("seals.jsonl", (seal, where) =>
        {
            Fields(seal, SealFields, where);
            var (index, number) = (seal.GetProperty("seal").GetInt64(), seal.GetProperty("number").GetInt32());
            Require(index > last && seal.GetProperty("stream").GetInt64() == stream, $"{where}: seal {index} is not in its place.");
            Require(number >= 1 && number <= hashes.Count, $"{where}: seal {index} covers entry {number}, but the timeline ends at {hashes.Count}: entries are lost.");
            Require(String(seal, "head") == hashes[number - 1], $"{where}: entry {number} is not what seal {index} sealed.");
            Require(seal.GetProperty("doubt").ValueKind == JsonValueKind.Null, $"{where}: {seal.GetProperty("doubt")} (found when the bundle was made).");
            seen[last = index] = (number, String(seal, "head"), String(seal, "mac"));
            sealedUpTo.Add(number);
        });
        foreach (var claim in claims)
            Require(seen.TryGetValue(claim.Seal, out var seal) && seal == (claim.UpTo, claim.Head, claim.Mac), $"entry {claim.Entry} speaks of seal {claim.Seal}, which is not in seals.jsonl as it says.");
        return sealedUpTo;
    }

    void Lines(string name, Action<JsonElement, string> take)
    {
        var number = 0;
        foreach (var line in File.ReadLines(PathOf(name)))
        {
            var where = $"{name}, line {++number}";
            try { using var json = JsonDocument.Parse(line); take(json.RootElement, where); }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException) { throw new WrongException($"{where} cannot be read."); }
        }
    }

    IEnumerable<string> Text(string name) => File.ReadAllText(PathOf(name)) is var text && text.EndsWith('\n') ? text[..^1].Split('\n') : throw new WrongException($"{name} is cut off.");
    string PathOf(string name) => Path.Combine(directory, name);
    static void Require(bool holds, string otherwise) { if (!holds) throw new WrongException(otherwise); }
    static void Fields(JsonElement line, string[] names, string where) => Require(line.EnumerateObject().Select(field => field.Name).SequenceEqual(names), $"{where} has other fields than it should.");
    static string String(JsonElement line, string name) => line.GetProperty(name).GetString() ?? throw new FormatException();
    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
    static void Number(IncrementalHash hash, long value) { var bytes = new byte[8]; BinaryPrimitives.WriteInt64BigEndian(bytes, value); hash.AppendData(bytes); }
    static void Append(IncrementalHash hash, string text) { var bytes = Encoding.UTF8.GetBytes(text); var length = new byte[4]; BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length); hash.AppendData(length); hash.AppendData(bytes); }

    static byte[] Digest(JsonElement entry, string name, string where)
    {
        var bytes = Convert.FromHexString(String(entry, name));
        Require(bytes.Length == 32 && Hex(bytes) == String(entry, name), $"{where}: {name} is not written as it should be.");
        return bytes;
    }

    static byte[] Base64(JsonElement entry, string name, string where)
    {
        var bytes = Convert.FromBase64String(String(entry, name));
        Require(Convert.ToBase64String(bytes) == String(entry, name), $"{where}: {name} is not written as it should be.");
        return bytes;
    }

    // The time that readers see is the one in microseconds that the hash covers.
    static long Time(JsonElement entry, string name, string where)
    {
        var microseconds = entry.GetProperty(name + "Microseconds").GetInt64();
        var text = DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        Require(String(entry, name) == text, $"{where}: {name} is not the time in {name}Microseconds.");
        return microseconds;
    }
}
