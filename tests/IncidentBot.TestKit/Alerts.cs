namespace IncidentBot.TestKit;

/// <summary>The alerts of every test.</summary>
public static class Alerts
{
    /// <summary>Card payments fail: critical, of the payments team, on checkout.</summary>
    public static Alert Payments { get; } = Named("PaymentsFail", "Card payments fail", ("severity", "critical"), ("team", "payments"), ("service", "checkout"));

    /// <summary>An alert by its name and what it says.</summary>
    public static Alert Named(string name, string summary, params IEnumerable<(string Name, string Value)> labels) => new(
        "fp-" + name, name, summary, Story.Begin.AddMinutes(-5), "Alertmanager", "https://prometheus.example/graph",
        labels.ToDictionary(label => label.Name, label => label.Value), new string('0', 64));

    /// <summary>It fires.</summary>
    public static AlertSignal Fires(this Alert alert, DateTimeOffset? since = null) => new(since is { } at ? alert with { StartedAt = at } : alert, IsFiring: true) { SaysSince = true };

    /// <summary>It no longer fires.</summary>
    public static AlertSignal Clears(this Alert alert, DateTimeOffset? at = null) => new(alert, IsFiring: false) { EndedAt = at, SaysSince = true };
}
