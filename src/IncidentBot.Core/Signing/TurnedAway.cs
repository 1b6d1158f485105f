namespace IncidentBot;

/// <summary>Why somebody is not let in.</summary>
/// <param name="Because">For the audit.</param>
/// <param name="Sentence">For themselves: what is wrong and what to do.</param>
public sealed record TurnedAway(string Because, string Sentence)
{
    /// <summary>Asked at the door; null when they may come in.</summary>
    public static TurnedAway? Find(Account account, AccessPolicy access)
    {
        if (account.IsShutOut) return new("they are shut out", "You have been shut out of IncidentBot. Ask one of its admins to let you in again.");
        if (!access.Admits(account.Email)) return Elsewhere(account.Email, access);
        return access.RightOf(account) > Right.None
            ? null
            : new("none of their groups has a right here", "Your provider knows you, but neither you nor one of your groups has a right in IncidentBot. Ask one of its admins to name you or your group, then sign in again.");
    }

    private static TurnedAway Elsewhere(string? email, AccessPolicy access)
    {
        var domains = Words.Join(access.EmailDomains);
        return email is null
            ? new("the provider has not verified their e-mail address", $"Only people with a verified e-mail address of {domains} may come in, and your provider has verified none for you. Have it verified there, or ask an admin of IncidentBot.")
            : new($"their address is not one of {domains}", $"Only people with an e-mail address of {domains} may come in, and yours is {email}. Sign in with another account, or ask an admin of IncidentBot.");
    }
}
