namespace IncidentBot;

/// <summary>Something a person can press or pick. It is a line already typed.</summary>
/// <param name="Label">Plain text.</param>
public abstract record Control(string Label);

/// <summary>A button: pressing it says its line. A line that needs more opens a form.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The line, always with its incident.</param>
public sealed record Button(string Label, string Line) : Control(Label)
{
    /// <summary>How much it stands out.</summary>
    public Emphasis Emphasis { get; init; }
}

/// <summary>A choice: picking an option says its line.</summary>
public sealed record Select(string Label, IReadOnlyList<Option> Options) : Control(Label);

/// <summary>One option of a <see cref="Select"/>.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The line that picking it says.</param>
/// <param name="Chosen">True for what holds now.</param>
public sealed record Option(string Label, string Line, bool Chosen = false);

/// <summary>A choice of a person: picking one says the line with <see cref="Person"/> replaced by that person's mention.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Line">The line, with <see cref="Person"/> where the mention goes.</param>
public sealed record PeoplePicker(string Label, string Line) : Control(Label)
{
    /// <summary>The place of the mention in the line.</summary>
    public const string Person = "{person}";

    /// <summary>The line for one person.</summary>
    public string LineFor(PersonId person) => Line.Replace(Person, "@" + person.Handle);
}

/// <summary>A way to a page: following it says nothing.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Path">The page's path on this server (<see cref="PagePaths"/>); adapters put the server's own address before it.</param>
public sealed record Link(string Label, string Path) : Control(Label);

/// <summary>A way to another site: following it says nothing.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Address">An http or https address.</param>
public sealed record OutsideLink(string Label, string Address) : Control(Label);

/// <summary>How much a button stands out.</summary>
public enum Emphasis
{
    /// <summary>One of several.</summary>
    Normal,

    /// <summary>The one to press.</summary>
    Primary,

    /// <summary>It ends or undoes something.</summary>
    Danger,
}
