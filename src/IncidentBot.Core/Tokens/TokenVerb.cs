namespace IncidentBot;

/// <summary>Makes, lists and revokes the tokens of programs.</summary>
public sealed class TokenVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "token";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["tokens"];

    /// <inheritdoc/>
    public override string Usage => "list | make <name> --scope <read,lines,alerts,gate,admin> [--for 90d] [--speaks-for @ana,@ben|*] | revoke <name or id> [reason]";

    /// <inheritdoc/>
    public override string Summary => "the tokens that programs carry; for admins";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override Right Needs => Right.Admin;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["scope"] = true, ["for"] = true, ["speaks-for"] = true };

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => arguments.Words.Count == 0 ? Asked.Answer(new ListTokens()) : arguments.Words[0].ToLowerInvariant() switch
    {
        "list" => Asked.Answer(new ListTokens()),
        "make" or "new" => Make(arguments, setting),
        "revoke" => arguments.Words.Count < 2 ? Misunderstood("Which token? Give its name or its id.") : Asked.Do(new RevokeToken(arguments.Words[1], Reason(arguments))),
        _ => Misunderstood($"“{Words.Brief(arguments.Words[0], 40)}” is nothing that I can do with tokens."),
    };

    private Asked Make(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count < 2 || arguments.Option("scope") is not { } wanted) return Asked.Fill(Blanks(arguments));
        if (arguments.Words.Count > 2) return Misunderstood($"A token's name is one word; “{Words.Brief(arguments.Rest(1), 60)}” is more.");
        var reading = new Reading(arguments, setting);
        var (lives, (scopes, unknown)) = (reading.Span("for"), TokenScopes.Read(wanted));
        if (reading.Fault is { } fault) return Misunderstood(fault);
        if (unknown is not null) return Misunderstood($"“{Words.Brief(unknown, 40)}” is no scope. There are {TokenScopes.AllWords}.");
        var voices = TokenScopes.Split(arguments.Option("speaks-for") ?? "");
        if (voices.FirstOrDefault(voice => voice != TokenBearer.Everybody && Person.HandleOf(voice.TrimStart('@')).Length == 0) is { } nobody)
            return Misunderstood($"“{Words.Brief(nobody, 40)}” names nobody. Mention people like @ana,@ben, or say * for everybody.");
        return Asked.Do(new MakeToken(arguments.Words[1], [.. scopes], lives, [.. voices.Select(voice => voice == TokenBearer.Everybody ? voice : Person.HandleOf(voice.TrimStart('@')))]));
    }

    private static string? Reason(Arguments arguments) => arguments.Rest(2) is { Length: > 0 } reason ? reason : null;

    private static Form Blanks(Arguments arguments) => new("Make a token", "token make",
    [
        new Blank("name", "Name") { Required = true, Value = arguments.Rest(1), Hint = "Letters, digits, dots, dashes and underscores: deploy-bot", Longest = Limits.Name },
        new Blank("scope", "What it opens") { Required = true, IsOption = true, Value = arguments.Option("scope") ?? "read", Hint = $"One or several of {TokenScopes.AllWords}", Longest = Limits.Name },
        new Blank("for", "For how long") { IsOption = true, Value = arguments.Option("for") ?? "90d", Hint = "30d, 12w; empty for a token without an end", Longest = Limits.Name },
        new Blank("speaks-for", "Whose words it may bring") { IsOption = true, Value = arguments.Option("speaks-for") ?? "", Hint = "@ana,@ben or * for everybody; empty when it speaks for itself alone", Longest = Limits.Reason },
    ], "Make it") { Hint = "Whoever has the token can do what it opens. It is told once, to you alone." };
}
