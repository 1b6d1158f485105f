using System.Globalization;

namespace IncidentBot;

/// <summary>Attaches an alert that was proposed in the general room.</summary>
public sealed class AttachVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "attach";

    /// <inheritdoc/>
    public override string Usage => "<alert entry>";

    /// <inheritdoc/>
    public override string Summary => "attach an alert to the incident, by the number of its card in the general room";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) =>
        arguments.Words.Count > 0 && int.TryParse(arguments.Words[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            ? Asked.Do(new AttachProposal(entry))
            : Misunderstood("Which alert? Give the number of its entry in the general room.");
}
