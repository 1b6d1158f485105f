namespace IncidentBot;

/// <summary>Makes the incident private or public.</summary>
public sealed class PrivacyVerb(bool isPrivate) : Verb
{
    /// <inheritdoc/>
    public override string Word => isPrivate ? "private" : "public";

    /// <inheritdoc/>
    public override string Usage => "";

    /// <inheritdoc/>
    public override string Summary => isPrivate ? "let only members see the incident" : "let everybody see the incident";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => Asked.Do(new ChangePrivacy(isPrivate));
}

/// <summary>Adds and removes members of a private incident.</summary>
public sealed class MemberVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "member";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["members"];

    /// <inheritdoc/>
    public override string Usage => "[list] | add @person | remove @person";

    /// <inheritdoc/>
    public override string Summary => "who sees the incident while it is private";

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0 || (arguments.Words.Count == 1 && arguments.Words[0].Equals("list", StringComparison.OrdinalIgnoreCase))) return Asked.Answer(new ListMembers());
        if (arguments.Words.Count == 1) return Misunderstood("Who shall be added or removed?");
        var reading = new Reading(arguments, setting);
        if (reading.PersonIn(arguments.Words[1]) is not { } person) return Misunderstood(reading.Fault!);
        return arguments.Words[0].ToLowerInvariant() switch
        {
            "add" => Asked.Do(new AddMember(person)),
            "remove" => Asked.Do(new RemoveMember(person)),
            _ => Misunderstood($"“{Words.Brief(arguments.Words[0], 40)}” is nothing that I can do with members."),
        };
    }
}
