namespace IncidentBot;

/// <summary>A line with blanks: what a person fills in completes it.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Line">The line so far, with its incident: <c>INC-1 note</c>.</param>
/// <param name="Blanks">What to fill in.</param>
/// <param name="Submit">The button's label.</param>
public sealed record Form(string Title, string Line, IReadOnlyList<Blank> Blanks, string Submit)
{
    /// <summary>A sentence above the blanks; null when none is needed.</summary>
    public string? Hint { get; init; }

    /// <summary>The whole line for what was filled in. Empty values are left out; every value is quoted.</summary>
    /// <param name="values">By <see cref="Blank.Name"/>.</param>
    public string Complete(IReadOnlyDictionary<string, string> values)
    {
        var words = new List<string> { Line };
        foreach (var blank in Blanks)
        {
            var value = values.GetValueOrDefault(blank.Name, "").Trim();
            if (value.Length == 0) continue;
            if (blank.IsOption) words.Add("--" + blank.Name);
            words.Add(LineWriter.Quote(value));
        }
        return string.Join(' ', words);
    }
}

/// <summary>One blank of a form.</summary>
/// <param name="Name">Its name; also the option's when <see cref="IsOption"/>.</param>
/// <param name="Label">What people read.</param>
public sealed record Blank(string Name, string Label)
{
    /// <summary>What kind of thing goes in.</summary>
    public BlankKind Kind { get; init; }

    /// <summary>True when the line is not complete without it.</summary>
    public bool Required { get; init; }

    /// <summary>True when it becomes <c>--name value</c>; false when it is the next word of the line.</summary>
    public bool IsOption { get; init; }

    /// <summary>What stands there at first.</summary>
    public string Value { get; init; } = "";

    /// <summary>A few words below it; null when none are needed.</summary>
    public string? Hint { get; init; }

    /// <summary>For <see cref="BlankKind.Choice"/>: value and label.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>The most characters.</summary>
    public int Longest { get; init; } = Limits.Text;
}

/// <summary>What goes into a blank.</summary>
public enum BlankKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Paragraph,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>A person, as a mention.</summary>
    Person,

    /// <summary>A moment: <c>10:42</c>, <c>2026-11-23 10:42</c>, <c>20m ago</c>.</summary>
    Moment,

    /// <summary>A whole number.</summary>
    Number,
}
