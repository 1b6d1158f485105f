using IncidentBot.Web.Live;

namespace IncidentBot.Web.Searching;

/// <summary>Keeps the rooms beside the search page alive; what was found stays as it was when it was asked for.</summary>
internal sealed class SearchView(Person viewer) : LiveView(viewer)
{
    /// <summary>The page as the side bar knows it.</summary>
    public const string Name = "search";

    public override string Current => Name;

    public override bool IsStaleAfter(Recorded entry) => false;

    public override ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation) => ValueTask.FromResult("");
}
