using System.Globalization;

namespace IncidentBot;

/// <summary>Takes an entry's words from the timeline for good.</summary>
public sealed class RedactVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "redact";

    /// <inheritdoc/>
    public override string Usage => "<entry> <why>";

    /// <inheritdoc/>
    public override string Summary => "take an entry's words from the timeline for good; that it was there stays";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Either;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0 || !int.TryParse(arguments.Words[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
            return Misunderstood("Which entry? Give its number, and why.");
        return arguments.Rest(1) is { Length: > 0 } why ? Asked.Do(new RedactEntry(entry, why)) : Asked.Fill(WhyForm(entry, setting));
    }

    private static Form WhyForm(int entry, Setting setting) => new(
        $"Redact entry {entry}", setting.Line("redact", $"{entry}"),
        [new Blank("why", "Why?") { Required = true, Longest = Limits.Reason, Hint = "This stays on the timeline, so do not repeat what has to go." }],
        "Redact")
    {
        Hint = "Its words are taken away for good, with every repetition of them on this timeline. Nobody can bring them back.",
    };
}
