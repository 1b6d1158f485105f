namespace IncidentBot;

/// <summary>Proves that the timeline is as it was recorded.</summary>
public sealed class VerifyVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "verify";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["audit"];

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => "prove that the timeline is as it was recorded; outside a room, all of them";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Either;

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Answer(new VerifyTimeline());
}
