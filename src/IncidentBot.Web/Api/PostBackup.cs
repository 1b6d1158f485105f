using IncidentBot.Ports;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary><c>POST /api/backups</c>: a backup of everything, made while everybody goes on working.</summary>
internal static class PostBackup
{
    public static async Task<IResult> HandleAsync(HttpRequest request, IBackups backups, CancellationToken cancellation)
    {
        var faults = new Faults();
        var target = (await Body.ReadAsync(request, faults, "target")).Text("target");
        if (!faults.None) return faults.Answer();
        try
        {
            return TypedResults.Ok(BackupView.Of(await backups.MakeAsync(target, cancellation)));
        }
        catch (BackupRefusedException refused)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "No place for a backup", refused.Message);
        }
        catch (BackupFailedException failed)
        {
            return Problems.Of(StatusCodes.Status500InternalServerError, "The backup failed", failed.Message);
        }
    }
}

/// <summary>Where a backup shall lie.</summary>
/// <param name="Target">The full path of a directory of the server's machine; the backup gets one of its own below it.</param>
internal sealed record BackupRequest(string Target);

/// <summary>A backup that was made and verified.</summary>
/// <param name="Directory">Its full path.</param>
/// <param name="MadeAt">When it was begun; everything answered before is in it.</param>
/// <param name="Position">The last entry that it holds, among all timelines.</param>
/// <param name="Timelines">How many timelines, the house's included.</param>
/// <param name="Entries">How many entries they have.</param>
/// <param name="Files">How many uploaded files.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Sentence">The same in words, with what it does not hold.</param>
internal sealed record BackupView(string Directory, DateTimeOffset MadeAt, long Position, int Timelines, long Entries, int Files, long Bytes, string Sentence)
{
    public static BackupView Of(Backup backup) => new(
        backup.Directory, backup.MadeAt, backup.Position, backup.Timelines, backup.Entries, backup.Files, backup.Bytes, backup.Sentence);
}
