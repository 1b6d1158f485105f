namespace IncidentBot;

/// <summary>A part of the review that people write: its last words, and the points that were added since.</summary>
internal sealed class WrittenPart(ReviewPart part)
{
    private readonly List<string> points = [];
    private readonly List<int> entries = [];
    private string text = "";

    /// <summary>Keeps an entry's words when they belong to the part.</summary>
    public void Take(Recorded entry)
    {
        if (entry.Event is ReviewPartWritten written && written.Part == part)
        {
            text = written.Text;
            points.Clear();
            entries.Clear();
            entries.Add(entry.Number);
        }
        else if (entry.Event is ReviewPartAdded added && added.Part == part)
        {
            points.Add("- " + added.Text.ReplaceLineEndings("\n  "));
            entries.Add(entry.Number);
        }
    }

    /// <summary>The part as Markdown.</summary>
    public ReviewBlock Block(Incident incident)
    {
        var list = string.Join('\n', points);
        var markdown = text.Length == 0 ? list : list.Length == 0 ? text : $"{text}\n\n{list}";
        return new ReviewBlock.Written(part, markdown, incident.Review?.VersionOf(part) ?? 0, [.. entries]);
    }
}

/// <summary>A section that people write.</summary>
internal sealed class WrittenChapter(ReviewPart part) : ReviewChapter(part.Word(), part.Title())
{
    private readonly WrittenPart words = new(part);

    public override void Take(Step step) => words.Take(step.Entry);

    protected override IEnumerable<ReviewBlock> Blocks(Incident incident) => [words.Block(incident)];
}
