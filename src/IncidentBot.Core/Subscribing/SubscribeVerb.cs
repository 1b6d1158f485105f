namespace IncidentBot;

/// <summary>Asks to hear of an incident's turns, or to hear of them no more.</summary>
public sealed class SubscribeVerb(bool subscribes) : Verb
{
    /// <inheritdoc/>
    public override string Word => subscribes ? "subscribe" : "unsubscribe";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => subscribes ? ["follow"] : ["unfollow"];

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => subscribes ? "hear of each change of severity or stage and of each update, by direct message" : "hear of it no more";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Do(subscribes ? new Subscribe() : new Unsubscribe());
}
