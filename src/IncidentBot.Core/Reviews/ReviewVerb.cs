namespace IncidentBot;

/// <summary>Shows the review, writes its human parts, and moves it from draft to finished.</summary>
public sealed class ReviewVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "review";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["postmortem", "retro"];

    /// <inheritdoc/>
    public override string Usage =>
        "[show] | add <part> <point> | write <part> <text> | submit [@person…] [--due <date>] | finish | reopen <reason>";

    /// <inheritdoc/>
    public override string Summary => "the review that wrote itself; parts for people: " + ReviewParts.AllWords;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["due"] = true, ["over"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var reading = new Reading(arguments, setting);
        var (due, over) = (reading.Due("due"), reading.Count("over"));
        if (reading.Fault is { } fault) return Misunderstood(fault);
        var words = arguments.Words;
        return (words.Count == 0 ? "show" : words[0].ToLowerInvariant()) switch
        {
            "show" or "draft" => Asked.Answer(new ShowReview()),
            "add" or "write" when words.Count < 2 => Misunderstood($"Which part? There are {ReviewParts.AllWords}."),
            "add" => OfPart(words[1], part => words.Count == 2 ? Asked.Fill(AskPoint(part, setting)) : Asked.Do(new AddToReviewPart(part, arguments.Rest(2)))),
            "write" => OfPart(words[1], part => words.Count == 2 ? Misunderstood("What shall it say?") : Asked.Do(new WriteReviewPart(part, arguments.Rest(2), over))),
            "submit" => Submit(words, due, reading),
            "finish" or "approve" => Asked.Do(new FinishReview()),
            "reopen" or "open" => words.Count == 1 ? Asked.Fill(AskWhy(setting)) : Asked.Do(new ReopenReview(arguments.Rest(1))),
            var word when ReviewParts.Find(word) is { } part => words.Count == 1 ? Asked.Fill(AskPoint(part, setting)) : Asked.Do(new AddToReviewPart(part, arguments.Rest(1))),
            var word => Misunderstood($"“{Words.Brief(word, 40)}” is nothing that can be done with a review."),
        };
    }

    private Asked OfPart(string word, Func<ReviewPart, Asked> then) => ReviewParts.Find(word) is { } part
        ? then(part)
        : Misunderstood($"“{Words.Brief(word, 40)}” is no part of a review. There are {ReviewParts.AllWords}.");

    private Asked Submit(IReadOnlyList<string> words, DateTimeOffset? due, Reading reading)
    {
        var reviewers = words.Skip(1).Select(mention => reading.PersonIn(mention.TrimEnd(','))).OfType<Person>().ToList();
        return reading.Fault is { } fault ? Misunderstood(fault) : Asked.Do(new SubmitReview(reviewers, due));
    }

    private static Form AskPoint(ReviewPart part, Setting setting) => new(
        $"{part.Title()}: {setting.Incident.Id}",
        setting.Line("review", "add", part.Word()),
        [new Blank("text", "What shall be added?") { Required = true, Kind = BlankKind.Paragraph }],
        "Add");

    private static Form AskWhy(Setting setting) => new(
        $"Reopen the review of {setting.Incident.Id}",
        setting.Line("review", "reopen"),
        [new Blank("reason", "Why?") { Required = true, Kind = BlankKind.Paragraph, Longest = Limits.Reason }],
        "Reopen");
}
