namespace IncidentBot;

/// <summary>Shows who one is, and links one's identities.</summary>
public sealed class MeVerb : Verb
{
    private const int Digits = 8;

    /// <inheritdoc/>
    public override string Word => "me";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["whoami"];

    /// <inheritdoc/>
    public override string Usage => "[link [<code>] | unlink <identity>]";

    /// <inheritdoc/>
    public override string Summary => "who you are here, and which of your identities count as one";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override Right Needs => Right.None;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting) => (arguments.Words.Count == 0 ? "" : arguments.Words[0].ToLowerInvariant()) switch
    {
        "" => Asked.Answer(new ShowMe()),
        "link" when arguments.Words.Count == 1 => Asked.Do(new OfferLink()),
        "link" => Link(string.Concat(arguments.Rest(1).Where(letter => !char.IsWhiteSpace(letter) && letter != '-'))),
        "unlink" when arguments.Words.Count == 1 => Misunderstood("Which identity?"),
        "unlink" => Asked.Do(new UnlinkIdentity(arguments.Words[1])),
        var word => Misunderstood($"“{Words.Brief(word, 40)}” is nothing that I can do about you."),
    };

    private Asked Link(string code) => code.Length == Digits && code.All(char.IsAsciiDigit)
        ? Asked.Do(new LinkByCode(code))
        : Misunderstood($"“{Words.Brief(code, 40)}” is no code; a code has eight digits, like 1234 5678.");
}
