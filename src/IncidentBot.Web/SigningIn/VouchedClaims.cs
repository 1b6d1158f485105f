using System.Security.Claims;
using System.Text.Json;

namespace IncidentBot.Web.SigningIn;

/// <summary>Reads who somebody is from what the provider says.</summary>
internal static class VouchedClaims
{
    private const int MostGroups = 200;
    private const int LongestWord = 255;
    private const string Email = "email";

    private static readonly string[] Verified = ["email_verified", "xms_edov"];

    /// <summary>The newcomer; null when the provider says no subject that can be kept.</summary>
    /// <param name="principal">What the provider says.</param>
    /// <param name="groupsClaim">In which claim it tells groups.</param>
    /// <param name="access">The house's rules: of very many groups, those that they name are kept.</param>
    public static Newcomer? Read(ClaimsPrincipal principal, string groupsClaim, AccessPolicy access)
    {
        if (principal.FindFirst("sub") is not { Value.Length: > 0 and <= LongestWord } subject || subject.Issuer.Length > LongestWord) return null;
        var (nickname, email) = (principal.FindFirst("preferred_username")?.Value, VerifiedEmail(principal));
        var name = new[] { principal.FindFirst("name")?.Value, nickname, email, "Somebody" }.Select(text => Clean(text ?? "")).First(text => text.Length > 0);
        return new Newcomer(subject.Issuer, subject.Value, new Profile(name, email, Groups(principal, groupsClaim, access))) { Nickname = nickname };
    }

    /// <summary>Adds what the provider says at its user address and did not say before; an e-mail address goes with its own proof only.</summary>
    public static void Add(ClaimsIdentity identity, JsonElement said, string groupsClaim)
    {
        string[] together = [Email, .. Verified];
        IEnumerable<string> wanted = ["name", "preferred_username", groupsClaim, .. identity.HasClaim(claim => claim.Type == Email) ? [] : together];
        var issuer = identity.FindFirst("sub")?.Issuer;
        foreach (var type in wanted.Where(type => !identity.HasClaim(claim => claim.Type == type)).ToList())
            if (said.TryGetProperty(type, out var value)) identity.AddClaims(Texts(value).Select(text => new Claim(type, text, ClaimValueTypes.String, issuer)));
    }

    /// <summary>True when the provider says that there are groups, but not which: there are too many.</summary>
    public static bool HasTooManyGroups(ClaimsPrincipal principal) =>
        principal.HasClaim(claim => claim.Type == "hasgroups" || (claim.Type == "_claim_names" && claim.Value.Contains("groups", StringComparison.Ordinal)));

    private static string? VerifiedEmail(ClaimsPrincipal principal) =>
        principal.FindFirst(Email)?.Value.Trim() is { Length: > 0 and <= LongestWord } email && email.Contains('@') && !email.Any(char.IsControl)
        && Verified.Any(proof => principal.FindFirst(proof)?.Value.ToLowerInvariant() is "true" or "1") ? email : null;

    private static List<string> Groups(ClaimsPrincipal principal, string groupsClaim, AccessPolicy access)
    {
        var named = access.Admins.Concat(access.Responders).Concat(access.Readers).Concat(access.PrivateAdmins).ToHashSet();
        var all = principal.FindAll(groupsClaim).Select(claim => claim.Value).Where(group => group.Length is > 0 and <= LongestWord).Distinct();
        return [.. all.OrderBy(group => !named.Contains(group)).Take(MostGroups).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.ToString()) : [value.ToString()];

    private static string Clean(string name) => Words.Brief(string.Concat(name.Where(letter => !char.IsControl(letter))), Limits.Name);
}
