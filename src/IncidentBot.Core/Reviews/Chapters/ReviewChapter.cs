namespace IncidentBot;

/// <summary>An entry that goes by, and the incident before and after it.</summary>
internal readonly record struct Step(Recorded Entry, Incident Before, Incident After);

/// <summary>A section of the review while it is being written.</summary>
internal abstract class ReviewChapter(string key, string title)
{
    /// <summary>Keeps of an entry what the section will show.</summary>
    public virtual void Take(Step step)
    {
    }

    /// <summary>Entries that the section shows and that went by before that was known.</summary>
    public virtual IEnumerable<int> Wanted(Incident incident) => [];

    /// <summary>Takes a wanted entry.</summary>
    public virtual void Recall(Recorded entry)
    {
    }

    /// <summary>The section.</summary>
    public ReviewSection Write(Incident incident) => new(key, title, [.. Blocks(incident)]);

    /// <summary>What the section says; at least one block.</summary>
    protected abstract IEnumerable<ReviewBlock> Blocks(Incident incident);

    /// <summary>Entries to cite: each once, in order, and none where nothing is known.</summary>
    protected static int[] Cite(params IEnumerable<int> entries) => [.. entries.Where(number => number > 0).Distinct().Order()];

    /// <summary>A block of one sentence.</summary>
    protected static ReviewBlock Say(string sentence, params IReadOnlyList<int> entries) => new ReviewBlock.Sentences([new Statement(sentence, entries)]);
}
