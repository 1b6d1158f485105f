namespace IncidentBot;

/// <summary>Who has signed in, and what may they do?</summary>
public sealed record ListPeople : Question
{
    private const int Longest = 25;

    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var access = setting.Policy.Access;
        if (access.IsOpen) return ValueTask.FromResult(new Reply("Nobody signs in here: sign-in is not set up, so everybody on this machine may do everything. SignIn:Authority turns it on."));
        var accounts = setting.House.Room.People.Accounts.ByName.ToList();
        var lines = accounts.Take(Longest).Select(account => OneLine(account, access)).ToList();
        if (accounts.Count > Longest) lines.Add($"And {accounts.Count - Longest} more.");
        var headline = accounts.Count == 1 ? "1 person has signed in" : $"{accounts.Count} people have signed in";
        return ValueTask.FromResult(new Reply($"{headline}.\n{string.Join('\n', lines)}".TrimEnd())
        {
            Card = new Message(headline) { Items = lines, Controls = [new Link("Open the page", PagePaths.People)] },
        });
    }

    private static string OneLine(Account account, AccessPolicy access) =>
        $"{account.Name} (@{account.Id.Handle}): {(account.IsShutOut ? "shut out" : access.RightOf(account).Word())}{(access.SeesPrivate(account) ? ", sees private incidents" : "")}";
}
