using System.Globalization;

namespace IncidentBot;

/// <summary>Tries again what could not be done.</summary>
public sealed class RetryVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "retry";

    /// <inheritdoc/>
    public override string Usage => "<promise>";

    /// <inheritdoc/>
    public override string Summary => "try again what the bot could not do; the card names it";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var parts = arguments.Words.Count > 0 ? arguments.Words[0].Split('.') : [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? Asked.Do(new RetryPromise(entry, index))
            : Misunderstood("What shall be tried again? The card has a button for it.");
    }
}
