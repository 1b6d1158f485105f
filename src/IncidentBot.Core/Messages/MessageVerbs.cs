using System.Globalization;

namespace IncidentBot;

/// <summary>A verb about one entry: pin, unpin, edit, delete.</summary>
public abstract class EntryVerb : Verb
{
    /// <inheritdoc/>
    public override Scope Scope => Scope.Either;

    /// <inheritdoc/>
    public sealed override Asked Read(Arguments arguments, Setting setting) =>
        arguments.Words.Count > 0 && int.TryParse(arguments.Words[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            ? About(entry, arguments)
            : Misunderstood("Which entry? Give its number.");

    /// <summary>What the verb asks for about the entry.</summary>
    protected abstract Asked About(int entry, Arguments arguments);
}

/// <summary>Marks an entry as a key event, or takes the mark away.</summary>
public sealed class PinVerb(bool marks) : EntryVerb
{
    /// <inheritdoc/>
    public override string Word => marks ? "pin" : "unpin";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => marks ? ["📌", "highlight"] : [];

    /// <inheritdoc/>
    public override string Usage => "<entry>";

    /// <inheritdoc/>
    public override string Summary => marks ? "mark an entry as a key event of the timeline" : "take the mark away";

    /// <inheritdoc/>
    protected override Asked About(int entry, Arguments arguments) => Asked.Do(new HighlightEntry(entry, marks));
}

/// <summary>Says one's own message anew.</summary>
public sealed class EditVerb : EntryVerb
{
    /// <inheritdoc/>
    public override string Word => "edit";

    /// <inheritdoc/>
    public override string Usage => "<entry> <text>";

    /// <inheritdoc/>
    public override string Summary => "change your own message; the earlier words stay on the timeline";

    /// <inheritdoc/>
    protected override Asked About(int entry, Arguments arguments) => Asked.Do(new EditMessage(entry, arguments.Rest(1)));
}

/// <summary>Takes one's own message from the room.</summary>
public sealed class DeleteVerb : EntryVerb
{
    /// <inheritdoc/>
    public override string Word => "delete";

    /// <inheritdoc/>
    public override string Usage => "<entry>";

    /// <inheritdoc/>
    public override string Summary => "take your own message from the room; its words stay on the timeline";

    /// <inheritdoc/>
    protected override Asked About(int entry, Arguments arguments) => Asked.Do(new DeleteMessage(entry));
}
