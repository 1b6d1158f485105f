using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>A word that people say to the bot: its help, its arguments, and what it asks for.</summary>
public abstract class Verb
{
    private static readonly IReadOnlyDictionary<string, bool> NoOptions = new Dictionary<string, bool>();

    /// <summary>The word.</summary>
    public abstract string Word { get; }

    /// <summary>Other words for it.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>Its arguments, as help shows them behind the word.</summary>
    public abstract string Usage { get; }

    /// <summary>What it does, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Where it makes sense.</summary>
    public virtual Scope Scope => Scope.Incident;

    /// <summary>What one must be to say it. Whatever leads to a deed takes a responder anyway.</summary>
    public virtual Right Needs => Right.Reader;

    /// <summary>True when it only ever asks, so that who may not take part can press a button with it.</summary>
    public virtual bool OnlyAsks => false;

    /// <summary>The options it takes: name, and whether a value stands behind it.</summary>
    public virtual IReadOnlyDictionary<string, bool> Options => NoOptions;

    /// <summary>What the line asks for.</summary>
    public abstract Asked Read(Arguments arguments, Setting setting);

    /// <summary>The help line: <c>severity &lt;sev1…sev5&gt; [reason]</c>.</summary>
    public string HelpLine => Usage.Length == 0 ? Word : $"{Word} {Usage}";

    /// <summary>The answer when something is missing or wrong: what, and the help line.</summary>
    protected Asked Misunderstood(string why) => new Asked.Nothing($"{why} Type: {HelpLine}");
}

/// <summary>Where a verb makes sense.</summary>
public enum Scope
{
    /// <summary>About one incident: its room, or its number in front.</summary>
    Incident,

    /// <summary>Anywhere, about no incident.</summary>
    Anywhere,

    /// <summary>About an incident in its room, about the house elsewhere.</summary>
    Either,
}

/// <summary>Where and when a line was said, for reading names and times.</summary>
/// <param name="By">Who said it.</param>
/// <param name="Incident">The incident that is meant; the house when none is.</param>
/// <param name="House">What else is going on.</param>
/// <param name="Policy">The house rules.</param>
/// <param name="Now">When.</param>
/// <param name="Verbs">All verbs, for help.</param>
public sealed record Setting(Person By, Incident Incident, House House, Policy Policy, DateTimeOffset Now, Verbs Verbs)
{
    /// <summary>Whom mentions mean, by what stands behind the @, where the chat knew.</summary>
    public IReadOnlyDictionary<string, Person> Mentioned { get; init; } = ImmutableDictionary<string, Person>.Empty;

    /// <summary>A line about this incident.</summary>
    public string Line(params IReadOnlyList<string> words) => LineWriter.Line(Incident.Id, words);
}

/// <summary>What a line asks for.</summary>
public abstract record Asked
{
    private Asked() { }

    /// <summary>A deed, decided by the desk.</summary>
    public sealed record Deed(Command Command) : Asked;

    /// <summary>A new incident.</summary>
    public sealed record Declaration(DeclareIncident Command) : Asked;

    /// <summary>A question, answered without recording anything.</summary>
    public sealed record Inquiry(Question Question) : Asked;

    /// <summary>A form to fill in.</summary>
    public sealed record Blanks(Form Form) : Asked;

    /// <summary>Nothing that can be done: why, and what to type.</summary>
    public sealed record Nothing(string Because) : Asked;

    /// <summary>A deed.</summary>
    public static Asked Do(Command command) => new Deed(command);

    /// <summary>A question.</summary>
    public static Asked Answer(Question question) => new Inquiry(question);

    /// <summary>A form.</summary>
    public static Asked Fill(Form form) => new Blanks(form);
}
