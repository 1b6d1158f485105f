namespace IncidentBot;

/// <summary>Writes a part of the review anew.</summary>
/// <param name="Part">Which one.</param>
/// <param name="Text">Its whole text, Markdown; empty to take it away.</param>
/// <param name="Over">The entry of the version that the writer had before them, 0 for none; null to write over whatever is there.</param>
public sealed record WriteReviewPart(ReviewPart Part, string Text, int? Over) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        if (ReviewRefusals.Finished(incident) is { } finished) return finished;
        if (Text.Length > Limits.Text) return Decision.Refuse($"The text has {Text.Length:N0} characters; {Limits.Text:N0} are allowed. Shorten it or attach the long part as a file.");
        var version = incident.Review?.VersionOf(Part) ?? 0;
        if (Over is { } over && over != version)
            return Decision.Refuse($"“{Part.Title()}” was changed while you were writing (entry {version}). Bring both texts together, then save again.");
        return Decision.Accept(new ReviewPartWritten(Part, Text.Trim(), version));
    }
}

/// <summary>A part of the review has new words.</summary>
/// <param name="Part">Which one.</param>
/// <param name="Text">Its whole text, Markdown; empty when it was taken away.</param>
/// <param name="Over">The entry of the version that it takes the place of; 0 when there was none.</param>
public sealed record ReviewPartWritten(ReviewPart Part, string Text, int Over) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => Text.Length == 0 ? $"emptied “{Part.Title()}” of the review" : $"wrote “{Part.Title()}” of the review: {Words.Brief(Text)}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.WithReviewPart(Part, Text.Length > 0, entry).WithResponder(entry.By);
}

/// <summary>Adds a point to a part of the review; nobody's words are replaced, so nobody can be in the way.</summary>
public sealed record AddToReviewPart(ReviewPart Part, string Text) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        ReviewRefusals.Finished(incident)
        ?? TextRules.Check(Text, "point", Limits.Text)
        ?? Decision.Accept(new ReviewPartAdded(Part, Text.Trim()));
}

/// <summary>A part of the review has one more point.</summary>
public sealed record ReviewPartAdded(ReviewPart Part, string Text) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"added to “{Part.Title()}” of the review: {Words.Brief(Text)}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Text = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident.WithReviewPart(Part, Text.Length > 0, entry).WithResponder(entry.By);
}

internal static class ReviewFolding
{
    public static Incident WithReviewPart(this Incident incident, ReviewPart part, bool hasWords, Recorded entry)
    {
        var review = incident.Review ?? ReviewNote.Untouched;
        var filled = hasWords ? review.Filled.Add(part) : review.Filled.Remove(part);
        return incident with { Review = review with { Versions = review.Versions.SetItem(part, entry.Number), Filled = filled } };
    }
}

internal static class ReviewRefusals
{
    public static Decision? Finished(Incident incident) => incident.Review is { State: ReviewState.Finished }
        ? Decision.Refuse("The review is finished and stays as it is. Reopen it first, with a reason.", LineWriter.Line(incident.Id, "review", "reopen", "\"…\""))
        : null;
}
