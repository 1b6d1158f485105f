using System.Buffers.Binary;
using System.Globalization;
using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>Asks for a code that links another identity with this one, when it is said from there.</summary>
/// <param name="Code">Eight digits; empty until the desk has drawn them.</param>
/// <param name="Salt">What its digest is salted with.</param>
public sealed record OfferLink(string Code = "", string Salt = "") : Command, IDrawsLots
{
    private const int SaltBytes = 16;
    private const ulong Codes = 100_000_000;

    /// <inheritdoc/>
    public override Right Needs => Right.None;

    /// <inheritdoc/>
    public int Lots => SaltBytes + sizeof(ulong);

    /// <inheritdoc/>
    public Command With(ReadOnlySpan<byte> lots) => new OfferLink(
        (BinaryPrimitives.ReadUInt64LittleEndian(lots[SaltBytes..]) % Codes).ToString("D8", CultureInfo.InvariantCulture),
        Convert.ToHexStringLower(lots[..SaltBytes]));

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        LinkRules.NoPerson(at.By, at.Policy.Access) ?? Decision.Accept(new IdentityLinkOffered(at.By, Salt, LinkCodes.DigestOf(Salt, Code), at.Now + LinkCodes.Valid));

    /// <summary>The code as people read it: two groups of four digits.</summary>
    public string InGroups => $"{Code[..4]} {Code[4..]}";

    /// <inheritdoc/>
    public override Reply Answered(Reply reply, Person by, Policy policy)
    {
        var sentence = $"Your code is {InGroups}. Say “/{policy.Command} me link {InGroups}” from your other identity within {Words.Span(LinkCodes.Valid)}; it counts once.";
        var proof = by.Claimed ? "Without sign-in nothing is proven by it: whoever says your name is you." : null;
        return reply with
        {
            Text = proof is null ? sentence : $"{sentence} {proof}",
            Card = new Message($"Your code: {InGroups}") { Text = sentence[(sentence.IndexOf('.') + 2)..] + (proof is null ? "" : $"\n{proof}") },
            Entries = [],
            Recorded = [],
        };
    }
}

/// <summary>Somebody asked for a code to link another identity. The code was told to them alone; here is only a salted digest of it.</summary>
public sealed record IdentityLinkOffered(Person Who, string Salt, string Digest, DateTimeOffset LapsesAt) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"asked for a code to link another identity with {Who.Id}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override bool IsForAdmins => true;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { People = incident.People with { Codes = incident.People.Codes.With(new LinkOffer(Who, Salt, Digest, LapsesAt), entry.OccurredAt) } };
}
