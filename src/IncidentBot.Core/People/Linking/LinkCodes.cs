using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot;

/// <summary>A code that waits to be said from another identity. Of the code itself only a salted digest is kept.</summary>
/// <param name="Who">The identity that asked for it.</param>
/// <param name="Salt">What the digest is salted with, lower-case hex.</param>
/// <param name="Digest">SHA-256 of salt and code, lower-case hex.</param>
/// <param name="LapsesAt">Until when it counts.</param>
public sealed record LinkOffer(Person Who, string Salt, string Digest, DateTimeOffset LapsesAt)
{
    /// <summary>True when this is its code.</summary>
    public bool IsFor(string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest), Encoding.ASCII.GetBytes(LinkCodes.DigestOf(Salt, code)));
}

/// <summary>A wrong code that somebody said.</summary>
public sealed record WrongCode(PersonId Who, DateTimeOffset At);

/// <summary>The codes that wait to be said, and the wrong ones that were said of late.</summary>
public sealed record LinkCodes
{
    /// <summary>None.</summary>
    public static readonly LinkCodes None = new();

    /// <summary>How long a code counts, and how long a wrong one is remembered.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(10);

    /// <summary>How many wrong codes a person may say in that time.</summary>
    public const int MostWrong = 5;

    /// <summary>The codes that wait: one for an identity at most.</summary>
    public ImmutableDictionary<PersonId, LinkOffer> Offers { get; init; } = ImmutableDictionary<PersonId, LinkOffer>.Empty;

    /// <summary>The wrong ones, in the order in which they were said.</summary>
    public ImmutableList<WrongCode> Wrong { get; init; } = [];

    /// <summary>With a code that waits from now on; it takes the place of the identity's earlier one.</summary>
    public LinkCodes With(LinkOffer offer, DateTimeOffset now) => Fresh(now) is var fresh ? fresh with { Offers = fresh.Offers.SetItem(offer.Who.Id, offer) } : this;

    /// <summary>With one more wrong code.</summary>
    public LinkCodes With(WrongCode wrong) => Fresh(wrong.At) is var fresh ? fresh with { Wrong = fresh.Wrong.Add(wrong) } : this;

    /// <summary>Without the code of an identity: it was used.</summary>
    public LinkCodes Without(PersonId who) => this with { Offers = Offers.Remove(who) };

    /// <summary>The offer whose code this is; null when none that still counts has it.</summary>
    public LinkOffer? Find(string code, DateTimeOffset now) => Offers.Values.FirstOrDefault(offer => offer.LapsesAt > now && offer.IsFor(code));

    /// <summary>From when on the person may try again; null when they may now.</summary>
    public DateTimeOffset? MayTryFrom(Person person, DateTimeOffset now)
    {
        var recent = Wrong.Where(wrong => wrong.At > now - Valid && person.Is(wrong.Who)).ToList();
        return recent.Count < MostWrong ? null : recent[^MostWrong].At + Valid;
    }

    /// <summary>The digest under which a code is kept.</summary>
    public static string DigestOf(string salt, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{code}")));

    private LinkCodes Fresh(DateTimeOffset now) => this with
    {
        Offers = Offers.RemoveRange(Offers.Values.Where(offer => offer.LapsesAt <= now).Select(offer => offer.Who.Id)),
        Wrong = Wrong.RemoveAll(wrong => wrong.At <= now - Valid),
    };
}
