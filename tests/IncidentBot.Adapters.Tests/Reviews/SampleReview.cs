using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Reviews;

/// <summary>Reviews made by hand, to be drawn.</summary>
internal static class SampleReview
{
    /// <summary>When the incident began.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A course with a setback: what was monitored had to be contained again.</summary>
    public static ReviewBlock.Course Course { get; } = new(
        [
            new(Stage.Identification, Begin.AddMinutes(4), 1), new(Stage.Triage, Begin.AddMinutes(6), 4), new(Stage.Containment, Begin.AddMinutes(21), 9),
            new(Stage.Remediation, Begin.AddMinutes(48), 15), new(Stage.Monitoring, Begin.AddMinutes(63), 22), new(Stage.Containment, Begin.AddMinutes(66), 25),
            new(Stage.Monitoring, Begin.AddMinutes(97), 31), new(Stage.Review, Begin.AddMinutes(126), 38),
        ],
        [new(new Severity(3), Begin.AddMinutes(4), 1), new(new Severity(1), Begin.AddMinutes(12), 7), new(new Severity(2), Begin.AddMinutes(97), 32)],
        [new("Detected", Begin, 2), new("Declared", Begin.AddMinutes(4), 1), new("Contained", Begin.AddMinutes(48), 15), new("Resolved", Begin.AddMinutes(126), 38)],
        Begin.AddMinutes(140));

    /// <summary>A whole review with every kind of block.</summary>
    /// <param name="text">A text that people wrote, wherever people's texts stand.</param>
    /// <param name="words">What they wrote as Markdown.</param>
    public static ReviewDocument Of(string text = "Checkout returns 500", string words = "- The **rollback** took three minutes.\n- Nobody had to ask who leads.") => new(
        new IncidentId(1), text, new Severity(1), Stage.Review, new ReviewNote(ReviewState.InReview, Begin.AddDays(5)) { Reviewers = [Cast.Ben, Cast.Cleo] }, IsDrill: false, IsPrivate: false, UpTo: 41,
        [
            new("header", "At a glance", [new ReviewBlock.Facts([new("Peak severity", "SEV1", 7), new("Reported as", text, 1), new("Commander", "Ana, 09:06 to the end", 5)])]),
            new("course", "Course", [Course]),
            new("impact", "Impact", [new ReviewBlock.Sentences([new("About 1,200 customers could not pay for 48 min.", 12, 15), new(text, 12), new("No data was exposed.")])]),
            new("timeline", "Timeline", [new ReviewBlock.Table(["When", "Recorded", "Who", "What"], [new(["09:04", "09:04", "Ana", text], 1), new(["09:21", "09:25", "Ben", "decided: roll back"], 9, 10)])]),
            new("well", "What went well", [new ReviewBlock.Written(ReviewPart.Well, words, 36, [33, 36])]),
            new("lucky", "Where we were lucky", [new ReviewBlock.Written(ReviewPart.Lucky, "", 0, [])]),
        ]);
}
