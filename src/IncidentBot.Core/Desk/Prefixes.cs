namespace IncidentBot;

/// <summary>Words in front of a message that make it more than a message.</summary>
public static class Prefixes
{
    /// <summary>The deed that a message means; null for an ordinary one.</summary>
    public static Command? Meaning(string text)
    {
        var trimmed = text.TrimStart();
        var colon = trimmed.IndexOf(':');
        if (colon is < 4 or > 8) return null;
        var rest = trimmed[(colon + 1)..].Trim();
        return trimmed[..colon].ToUpperInvariant() switch
        {
            "DECISION" => new RecordDecision(rest),
            "TODO" => new AddFollowUp(rest),
            "IMPACT" => new StateImpact(rest),
            _ => null,
        };
    }
}
