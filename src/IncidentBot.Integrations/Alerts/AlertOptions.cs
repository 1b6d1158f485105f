using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Integrations.Alerts;

/// <summary>Who may send alerts.</summary>
public class AlertOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Alerts";

    /// <summary>What a sender must know; alerts are off while it is unset.</summary>
    [RegularExpression("^[!-~]{16,200}$", ErrorMessage = "A token has 16 to 200 letters, digits and signs, without spaces. Make one: openssl rand -hex 20.")]
    public string? Token { get; set; }
}
