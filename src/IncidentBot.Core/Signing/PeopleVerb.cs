namespace IncidentBot;

/// <summary>Who has signed in, and who may not any more.</summary>
public sealed class PeopleVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "people";

    /// <inheritdoc/>
    public override string Usage => "[list] | shut-out @person <why> | let-in @person | sign-out @person";

    /// <inheritdoc/>
    public override string Summary => "who has signed in and what they may do; for admins";

    /// <inheritdoc/>
    public override Scope Scope => Scope.Anywhere;

    /// <inheritdoc/>
    public override Right Needs => Right.Admin;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        var words = arguments.Words;
        if (words.Count == 0 || (words.Count == 1 && words[0].Equals("list", StringComparison.OrdinalIgnoreCase))) return Asked.Answer(new ListPeople());
        if (words.Count == 1) return Misunderstood("Who is meant?");
        if (AccountOf(words[1], setting) is not { } account) return Misunderstood($"Nobody who has signed in is called {Words.Brief(words[1], 40)}. Say people to see them all.");
        return words[0].ToLowerInvariant() switch
        {
            "shut-out" when words.Count == 2 => Asked.Fill(AskWhy(account)),
            "shut-out" => Asked.Do(new ShutOut(account, arguments.Rest(2))),
            "let-in" => Asked.Do(new LetIn(account)),
            "sign-out" => Asked.Do(new EndSessions(account)),
            _ => Misunderstood($"“{Words.Brief(words[0], 40)}” is nothing that I can do with people."),
        };
    }

    private static Account? AccountOf(string mention, Setting setting)
    {
        var accounts = setting.House.Room.People.Accounts;
        var handle = Person.HandleOf(mention.TrimStart('@'));
        return handle == "me" ? accounts.Find(setting.By.Id) : accounts.Find(new PersonId($"{PersonId.SignedIn}:{handle}"));
    }

    private static Form AskWhy(Account account) => new($"Shut out {account.Name}", $"people shut-out @{account.Id.Handle}",
    [
        new Blank("why", "Why?") { Required = true, Longest = Limits.Reason },
    ], "Shut out") { Hint = $"Every session of {account.Name} ends at once, and they cannot sign in until they are let in again." };
}
