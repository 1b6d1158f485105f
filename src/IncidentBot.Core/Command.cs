using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>What someone asks. It knows one thing: what it would lead to.</summary>
public abstract record Command
{
    /// <summary>Decides, without doing anything: the same incident and circumstances give the same answer.</summary>
    public abstract Decision Decide(Incident incident, Circumstances at);

    /// <summary>The verb whose rules count, when other words lead to this too; null when the one that was said counts.</summary>
    public virtual string? Deed => null;

    /// <summary>What one must be to do it.</summary>
    public virtual Right Needs => Right.Responder;

    /// <summary>Another incident that it speaks of; null when it speaks of none.</summary>
    public virtual IncidentId? SpeaksOf => null;

    /// <summary>The answer to whoever did it just now, with what they alone are told.</summary>
    public virtual Reply Answered(Reply reply, Person by, Policy policy) => reply;

    /// <summary>True when it is open to an incident that is closed, cancelled or merged: its review, its follow-ups, who sees it, and reopening it.</summary>
    public virtual bool WorksOnEnded => false;
}

/// <summary>A command that speaks of an earlier entry, which the desk looks up and hands in (<see cref="Circumstances.Entry"/>).</summary>
public interface IAboutEntry
{
    /// <summary>The entry's number on the incident's timeline.</summary>
    int Entry { get; }
}

/// <summary>A command about an earlier entry and all that repeats its words, which the desk looks up too (<see cref="Circumstances.Repeats"/>).</summary>
public interface IAboutRepeats : IAboutEntry;

/// <summary>A command about an earlier entry that is open to whoever wrote it, whatever the rules say of others.</summary>
public interface IOpenToAuthor : IAboutEntry;

/// <summary>By whom, when and under which rules a command is decided.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Now">When.</param>
/// <param name="Policy">The house rules.</param>
/// <param name="House">What else is going on.</param>
/// <param name="Entry">The entry that an <see cref="IAboutEntry"/> or <see cref="IAboutProposal"/> speaks of; null when there is none with that number.</param>
public sealed record Circumstances(Person By, DateTimeOffset Now, Policy Policy, House House, Recorded? Entry = null)
{
    /// <summary>For an <see cref="IAboutRepeats"/>: the other entries of the timeline that repeat its words, in order.</summary>
    public IReadOnlyList<Recorded> Repeats { get; init; } = [];
}

/// <summary>The answer to a command: what happens, or why not and what to do instead.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>It happens.</summary>
    /// <param name="Events">What is to be recorded, in this order; never empty.</param>
    public sealed record Accepted(params IReadOnlyList<IncidentEvent> Events) : Decision
    {
        /// <summary>When it happened, if that is not now.</summary>
        public DateTimeOffset? OccurredAt { get; init; }

        /// <summary>Earlier entries that lose their words with it.</summary>
        public IReadOnlyList<Erasure> Erases { get; init; } = [];
    }

    /// <summary>It does not happen.</summary>
    /// <param name="Because">A sentence that says why not.</param>
    /// <param name="Instead">Lines that would help, ready to be typed.</param>
    public sealed record Refused(string Because, params IReadOnlyList<string> Instead) : Decision;

    /// <summary>Accepts with these events.</summary>
    public static Decision Accept(params IReadOnlyList<IncidentEvent> events) => new Accepted(events);

    /// <summary>Refuses with a sentence and lines that would help.</summary>
    public static Decision Refuse(string because, params IReadOnlyList<string> instead) => new Refused(because, instead);
}
