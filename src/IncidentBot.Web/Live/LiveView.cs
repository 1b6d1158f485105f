namespace IncidentBot.Web.Live;

/// <summary>A page that stays alive: which stream it follows, and how it draws what is new.</summary>
internal abstract class LiveView(Person viewer)
{
    /// <summary>Who looks, with what the house knows of them as of the last news.</summary>
    public Person Viewer { get; set; } = viewer;

    /// <summary>The stream that it follows entry by entry; null for a page about many incidents.</summary>
    public virtual IncidentId? Stream => null;

    /// <summary>The page as the side bar knows it.</summary>
    public abstract string Current { get; }

    /// <summary>Brings what the view knows of its incident up to date; false when the viewer may not see it (any more).</summary>
    public virtual ValueTask<bool> RefreshAsync(CancellationToken cancellation) => ValueTask.FromResult(true);

    /// <summary>Pieces for an entry of the stream; empty when the page shows nothing of it.</summary>
    public virtual ValueTask<string> DrawAsync(Recorded entry, CancellationToken cancellation) => ValueTask.FromResult("");

    /// <summary>The whole content anew, for one who was away too long.</summary>
    public virtual ValueTask<string> DrawAllAsync(CancellationToken cancellation) => ValueTask.FromResult("");

    /// <summary>True when the entry makes a likeness on the page stale.</summary>
    public abstract bool IsStaleAfter(Recorded entry);

    /// <summary>True when a likeness on the page has become stale although nothing was recorded.</summary>
    public virtual bool GoesStaleByItself => false;

    /// <summary>The likenesses: a card, a list. The latest state wins; what came between was never drawn.</summary>
    public abstract ValueTask<string> DrawLikenessesAsync(CancellationToken cancellation);
}
