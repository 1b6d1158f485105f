using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.Seals;

namespace IncidentBot.Stores.Backups;

/// <summary>What a backup says of itself, in <c>backup.json</c>.</summary>
/// <param name="Format">How to read it.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="Version">The program that made it.</param>
/// <param name="Position">The last entry that it holds, among all timelines.</param>
/// <param name="Timelines">How many timelines, the house's included.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Files">Every other file in it.</param>
internal sealed record BackupNote(int Format, DateTimeOffset MadeAt, string Version, long Position, int Timelines, long Entries, IReadOnlyList<CopiedFile> Files)
{
    internal const string Name = "backup.json";
    internal const int NewestFormat = 1;

    internal long Bytes => Files.Sum(file => file.Bytes);

    internal bool Holds(string name) => Files.Any(file => file.Name == name);

    internal int Uploads => Files.Count(file => BackupSource.IsUpload(file.Name));

    internal void Write(string directory)
    {
        using var file = new FileStream(Path.Combine(directory, Name), OwnersFile.ToWrite(FileMode.CreateNew));
        JsonSerializer.Serialize(file, this, BackupJson.Default.BackupNote);
        file.Flush(flushToDisk: true);
        DeviceSync.Names(directory);
    }

    /// <summary>Reads it; null when it cannot be understood, or names files that no backup has.</summary>
    internal static BackupNote? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, Name)), BackupJson.Default.BackupNote) is { Files: { } files } note
                && (note.Format > NewestFormat || files.All(file => file is { Name: { } name, Sha256: not null } && BackupSource.IsOurs(name)))
                ? note
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(BackupNote))]
internal sealed partial class BackupJson : JsonSerializerContext;
