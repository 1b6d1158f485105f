namespace IncidentBot;

/// <summary>Secrets whose shape is well known, from their issuers' documentation.</summary>
public static class SecretShapes
{
    /// <summary>What is looked for unless the settings say otherwise, by the settings' name.</summary>
    public static IReadOnlyDictionary<string, SecretShape> Default { get; } = new Dictionary<string, SecretShape>(StringComparer.OrdinalIgnoreCase)
    {
        ["aws"] = new("an AWS access key", @"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),
        ["azure"] = new("an Azure storage or service key", @"(AccountKey|SharedAccessKey)=[0-9A-Za-z+/]{40,}={0,2}"),
        ["google"] = new("a Google API key", @"\bAIza[0-9A-Za-z_-]{35}"),
        ["slack"] = new("a Slack token", @"\bxox[abeoprs]-[0-9A-Za-z-]{10,}|\bxapp-[0-9]-[0-9A-Za-z-]{10,}"),
        ["slack-webhook"] = new("a Slack webhook address", @"hooks\.slack\.com/services/T[0-9A-Z]+/B[0-9A-Z]+/[0-9A-Za-z]+"),
        ["github"] = new("a GitHub token", @"\bgh[oprsu]_[0-9A-Za-z]{36,}|\bgithub_pat_[0-9A-Za-z_]{60,}"),
        ["gitlab"] = new("a GitLab token", @"\bglpat-[0-9A-Za-z_-]{20,}"),
        ["stripe"] = new("a Stripe secret key", @"\b[rs]k_live_[0-9A-Za-z]{20,}"),
        ["npm"] = new("an npm token", @"\bnpm_[0-9A-Za-z]{36}\b"),
        ["private-key"] = new("a private key", @"-----BEGIN ([A-Z]+ )*PRIVATE KEY( BLOCK)?-----"),
        ["jwt"] = new("a signed web token (JWT)", @"\beyJ[0-9A-Za-z_-]{8,}\.eyJ[0-9A-Za-z_-]{8,}\.[0-9A-Za-z_-]{16,}"),
        ["incidentbot"] = new("a token of IncidentBot", @"\bib_[0-9A-Za-z]+_[0-9A-Za-z_-]{43}"),
        ["password-in-address"] = new("an address with a password in it", @"\b[a-z][a-z0-9+.-]+://[^\s/:@]+:[^\s/:@]{3,}@[0-9A-Za-z]"),
    };

    /// <summary>The first kind of secret that any of these texts holds; null when none does.</summary>
    public static SecretShape? FirstIn(IEnumerable<string> texts, IReadOnlyList<SecretShape> shapes)
    {
        foreach (var text in texts)
            if (shapes.FirstOrDefault(shape => shape.IsIn(text)) is { } found) return found;
        return null;
    }
}
