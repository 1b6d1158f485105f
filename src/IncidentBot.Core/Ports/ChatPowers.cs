namespace IncidentBot.Ports;

/// <summary>The room is no longer as it should be: nothing can be done in it any more.</summary>
/// <param name="fate">What became of it.</param>
/// <param name="sentence">The same in words.</param>
public sealed class RoomLostException(RoomFate fate, string sentence) : Exception(sentence)
{
    /// <summary>What became of it.</summary>
    public RoomFate Fate => fate;
}

/// <summary>A power that a chat may have: its rooms are told what was said and done elsewhere.</summary>
public interface ITellsRooms : IChat
{
    /// <summary>Tells a room of an entry; answers with the identity of the message that tells it, or null when there is nothing to tell there.</summary>
    ValueTask<string?> TellAsync(Telling telling, CancellationToken cancellation);
}

/// <summary>A word to a room.</summary>
/// <param name="Incident">The incident as it is now; the house when a general room is told.</param>
/// <param name="Entry">The entry to tell of.</param>
/// <param name="Attempt">The try: it is told once.</param>
public sealed record Telling(Incident Incident, Recorded Entry, Attempt Attempt);

/// <summary>A power that a chat may have: it reaches people by direct message.</summary>
public interface ITellsPeople : IChat
{
    /// <summary>Tells somebody of an entry, once; whom the chat does not know is not told, and that is no fault.</summary>
    ValueTask TellAsync(Person person, Telling telling, CancellationToken cancellation);
}

/// <summary>A power that a chat may have: it draws standing messages of an incident (its card, its announcement, its topic) anew.</summary>
public interface IRedraws : IChat
{
    /// <summary>Draws what stands there of the incident as it is now. What must be remembered of it comes back, to be recorded on the incident.</summary>
    ValueTask<IReadOnlyList<IncidentEvent>> RedrawAsync(Incident incident, CancellationToken cancellation);
}

/// <summary>A power that a chat may have: its rooms are not open to everybody, so people are let in and taken out one by one.</summary>
public interface IInvites : IChat
{
    /// <summary>Lets somebody into the incident's room; answers why that could not be, as the end of a sentence, or null.</summary>
    ValueTask<string?> InviteAsync(Incident incident, Person person, CancellationToken cancellation);

    /// <summary>Takes somebody out of the incident's room; who is not there is no fault.</summary>
    ValueTask RemoveAsync(Incident incident, Person person, CancellationToken cancellation);
}

/// <summary>A power that a chat may have: it puts rooms away.</summary>
public interface IArchives : IChat
{
    /// <summary>Archives the incident's room; one that is archived already is no fault.</summary>
    ValueTask ArchiveAsync(Incident incident, CancellationToken cancellation);
}

/// <summary>A power that a chat may have: words that were redacted are taken from it, as far as the bot may.</summary>
public interface IForgets : IChat
{
    /// <summary>Takes away what the chat shows of an entry.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="entry">The entry that was redacted.</param>
    /// <param name="identities">The messages there that hold or held its words.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>What came of it: <see cref="CopyForgotten"/> or <see cref="CopyLeft"/>.</returns>
    ValueTask<IReadOnlyList<IncidentEvent>> ForgetAsync(Incident incident, int entry, IReadOnlyList<string> identities, CancellationToken cancellation);
}

/// <summary>A power that a chat may have: it knows how it stands with its platform.</summary>
public interface IKnowsItsStanding : IChat
{
    /// <summary>How it stands now.</summary>
    ChatStanding Standing { get; }
}

/// <summary>How a chat stands with its platform.</summary>
/// <param name="IsWell">True while it hears and speaks.</param>
/// <param name="Sentence">How it stands, in words for the operator, with what to do when it is not well.</param>
/// <param name="Since">Since when; null when it is not known.</param>
public sealed record ChatStanding(bool IsWell, string Sentence, DateTimeOffset? Since);
