using IncidentBot.Web.Live;

namespace IncidentBot.Web.Auditing;

/// <summary>Keeps the rooms beside the audit alive, as long as its reader is an admin; what it tells stays as it was when it was asked for.</summary>
internal sealed class AuditView(Person viewer, IncidentDesk desk) : LiveView(viewer)
{
    /// <summary>The page as the side bar knows it.</summary>
    public const string Name = "audit";

    public override string Current => Name;

    public override async ValueTask<bool> RefreshAsync(CancellationToken cancellation) => (await desk.RecogniseAsync(Viewer, cancellation)).Right == Right.Admin;

    public override bool IsStaleAfter(Recorded entry) => false;

    public override ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => ValueTask.FromResult("");
}
