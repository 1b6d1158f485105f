namespace IncidentBot;

/// <summary>How it is known that two identities are one person's.</summary>
public enum LinkProof
{
    /// <summary>A code that one of them was told was said by the other.</summary>
    Code,

    /// <summary>Both have the same verified e-mail address.</summary>
    VerifiedEmail,
}

/// <summary>Says the code that another identity was told: from then on both are one person's.</summary>
/// <param name="Code">Eight digits.</param>
public sealed record LinkByCode(string Code) : Command
{
    /// <inheritdoc/>
    public override Right Needs => Right.None;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at)
    {
        var people = incident.People;
        if (LinkRules.NoPerson(at.By, at.Policy.Access) is { } none) return none;
        if (people.Codes.MayTryFrom(at.By, at.Now) is { } from)
            return Decision.Refuse($"That were {LinkCodes.MostWrong} wrong codes within {Words.Span(LinkCodes.Valid)}. Try again after {Words.Second(from)}.");
        if (people.Codes.Find(Code, at.Now) is not { } offer) return Decision.Accept(new IdentityLinkRefused(at.By));
        if (offer.Who.Id == at.By.Id) return Decision.Refuse("That is your own code. Say it from the identity that shall be linked with this one.");
        return people.Identities.Of(at.By.Id).Contains(offer.Who.Id)
            ? Decision.Refuse($"{offer.Who.Id} and {at.By.Id} are linked already.", "me")
            : Decision.Accept(new IdentitiesLinked(offer.Who, at.By, LinkProof.Code));
    }

    /// <inheritdoc/>
    public override Reply Answered(Reply reply, Person by, Policy policy) => reply.Recorded is [{ Event: IdentitiesLinked linked }]
        ? reply with { Text = $"{linked.One.Id} and {linked.Other.Id} are one person now.{(linked.IsProven ? "" : " Nothing is proven by it: one of them is a name that was merely said.")}", Instead = ["me"] }
        : Reply.Refuse("No code that still counts reads so. Check the digits, or ask for a new one from your other identity: me link.", "me link");
}

/// <summary>Two identities are one person's.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other, which said so, or was met last.</param>
/// <param name="Proof">How that is known.</param>
public sealed record IdentitiesLinked(Person One, Person Other, LinkProof Proof) : IncidentEvent
{
    /// <summary>True when somebody vouches for both.</summary>
    public bool IsProven => !One.Claimed && !Other.Claimed;

    /// <inheritdoc/>
    public override string Sentence =>
        $"linked {One.Id} and {Other.Id}: {(Proof == LinkProof.Code ? "one said the code that the other was told" : "both have the same verified e-mail address")}{(IsProven ? "" : " (a name that was merely said proves nothing)")}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) => incident with
    {
        People = incident.People with
        {
            Identities = incident.People.Identities.With(One.Id, Other.Id),
            Codes = incident.People.Codes.Without(One.Id).Without(Other.Id),
        },
    };
}

/// <summary>Somebody said a code that links nothing.</summary>
public sealed record IdentityLinkRefused(Person Who) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"said a code as {Who.Id} that links nothing";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { People = incident.People with { Codes = incident.People.Codes.With(new WrongCode(Who.Id, entry.OccurredAt)) } };
}

/// <summary>Rules that all linking shares.</summary>
internal static class LinkRules
{
    /// <summary>Why this identity cannot be linked; null when it can.</summary>
    public static Decision? NoPerson(Person by, AccessPolicy access) => by.Id.Platform switch
    {
        _ when by.IsBot => Decision.Refuse("The bot is nobody's other identity."),
        PersonId.Token => Decision.Refuse("A token is a program's, not a person's: it cannot be linked."),
        PersonId.Operator => Decision.Refuse("The machine's operator is whoever can read the data directory: that cannot be linked."),
        PersonId.Claimed when !access.IsOpen => Decision.Refuse("A name that is merely said proves nothing where people sign in: it cannot be linked."),
        _ => null,
    };
}
