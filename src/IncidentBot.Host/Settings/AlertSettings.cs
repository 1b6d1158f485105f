using IncidentBot.Integrations.Alerts;

namespace IncidentBot.Host.Settings;

/// <summary>Who may send alerts, and what follows from them.</summary>
public sealed class AlertSettings : AlertOptions
{
    /// <summary>Whether alerts that no rule knows are proposed in the general room.</summary>
    public bool ProposeOthers { get; set; } = AlertPolicy.Default.ProposeOthers;

    /// <summary>By the rule's name: which alerts declare an incident by themselves.</summary>
    public Dictionary<string, AlertRuleSettings> Rules { get; set; } = [];
}

/// <summary>Which alerts declare an incident, and which one.</summary>
public sealed class AlertRuleSettings
{
    /// <summary>By label: the value, with <c>*</c> for any characters.</summary>
    public Dictionary<string, string> Match { get; set; } = [];

    /// <summary>How bad it is.</summary>
    public Severity? Severity { get; set; }

    /// <summary>What kind of trouble it is.</summary>
    public IncidentType Type { get; set; }

    /// <summary>The service, with labels filled in.</summary>
    public string? Service { get; set; }

    /// <summary>The title, with labels filled in.</summary>
    public string? Title { get; set; }
}
