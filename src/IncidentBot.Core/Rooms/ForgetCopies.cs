namespace IncidentBot;

/// <summary>Promises that a chat's copies of the words that this very entry redacts are deleted there, as far as the bot may.</summary>
/// <param name="Chat">The chat.</param>
public sealed record ForgetCopies(string Chat) : Effect
{
    /// <inheritdoc/>
    public override string Destination => Chat;

    /// <inheritdoc/>
    public override string Purpose => $"remove redacted words from {Chat}";
}

/// <summary>A chat no longer shows the words of a redacted entry.</summary>
public sealed record CopyForgotten(string Chat, int Entry) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"removed the words of entry {Entry} from {Chat}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}

/// <summary>A chat still shows the words of a redacted entry, because the bot may not take them away: a person must.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Where">A link to the message there; null when there is none.</param>
/// <param name="Because">Why the bot could not, as a sentence that says who can.</param>
public sealed record CopyLeft(string Chat, int Entry, string? Where, string Because) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"could not remove the words of entry {Entry} from {Chat}: {Because}{(Where is null ? "" : $" {Where}")}";

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident;
}
