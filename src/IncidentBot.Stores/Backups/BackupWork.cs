using System.Reflection;
using IncidentBot.Ports;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.Seals;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Stores.Backups;

/// <summary>One backup, from the copying of the timeline to its final name.</summary>
internal sealed class BackupWork(ITimelineCopies copies, BackupSource source, BackupDraft draft, TimeProvider clock, ILogger logger)
{
    private static readonly string Version =
        typeof(BackupWork).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly List<CopiedFile> files = [];

    internal async Task<Backup> MakeAsync(CancellationToken cancellation)
    {
        var begun = clock.GetUtcNow();
        var known = SealsCopy.Length(source.Directory);
        var timeline = await copies.CopyAsync(draft.Directory, cancellation);
        files.AddRange(timeline.Files);
        // Behind the timeline: whatever it speaks of was on the device before.
        files.AddRange(await source.CopyUploadsAsync(draft.Directory, cancellation));
        var checkedCopy = await CopyCheck.RunAsync(draft.Directory, timeline.Position, clock, KeyOf, async store => await CopySealsAsync(store, known, cancellation), cancellation);
        var fault = checkedCopy.Fault ?? await CopyCheck.DigestsAsync(draft.Directory, files, cancellation);
        if (fault is not null) throw SetAside(fault, checkedCopy.Details);

        var note = new BackupNote(BackupNote.NewestFormat, begun, Version, timeline.Position, checkedCopy.Timelines, checkedCopy.Entries, files);
        note.Write(draft.Directory);
        return new Backup(
            draft.Finish(), begun, note.Position, note.Timelines, note.Entries, note.Uploads, note.Bytes,
            note.Holds(SealFile.Name) && !note.Holds(SealFile.KeyName) ? source.KeyFile : null);
    }

    private string KeyOf() => source.HoldsKey ? Path.Combine(draft.Directory, SealFile.KeyName) : source.KeyFile;

    private async Task CopySealsAsync(ITimelineStore copy, long known, CancellationToken cancellation)
    {
        if (await SealsCopy.MakeAsync(source.Directory, known, copy, draft.Directory, cancellation) is { } seals) files.Add(seals);
        if (source.HoldsKey && File.Exists(source.KeyFile)) files.Add(await FileCopy.MakeAsync(source.Directory, draft.Directory, SealFile.KeyName, cancellation));
        DeviceSync.Names(draft.Directory);
    }

    // What was found may speak of private incidents: the log is for whoever runs the bot, the message for everybody.
    private BackupUnsoundException SetAside(string fault, IReadOnlyList<string> details)
    {
        var place = draft.SetAside();
        Log.Unsound(logger, place, fault);
        foreach (var detail in details) Log.UnsoundBecause(logger, place, detail);
        return new BackupUnsoundException($"The backup did not pass its verification: {fault}. It is left aside as {Path.GetFileName(place)} and does not count. Run `incidentbot verify` to see whether the timeline itself is sound.");
    }
}
