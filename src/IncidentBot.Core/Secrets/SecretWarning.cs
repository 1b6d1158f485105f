namespace IncidentBot;

/// <summary>Tells somebody, and nobody else, that what they just wrote looks like a secret, and offers to take it away.</summary>
internal static class SecretWarning
{
    /// <summary>The reply with a warning, when a person's words in what was recorded look like a secret; else the reply as it is.</summary>
    public static Reply On(Reply reply, Policy policy)
    {
        foreach (var entry in reply.Recorded.Where(entry => !entry.By.IsBot && !entry.IsRedacted && entry.Event is not EntryRedacted))
        {
            if (SecretShapes.FirstIn(Redaction.WordsOf(entry.Event), policy.Secrets) is not { } shape) continue;
            var line = LineWriter.Line(entry.Incident, "redact", $"{entry.Number}", LineWriter.Quote("a secret was pasted"));
            return reply with
            {
                Text = $"This looks like {shape.Name}. Everybody who sees this timeline can read it. Redact it, and change the secret: it may have been seen.",
                Offer = new Button("Redact", line) { Emphasis = Emphasis.Primary },
                Instead = [line, .. reply.Instead],
                IsAdvice = true,
            };
        }
        return reply;
    }
}
