using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Web.SigningIn;

/// <summary>Who vouches for people: an OpenID Connect provider.</summary>
public class SignInOptions
{
    /// <summary>The provider's address; null when nobody signs in.</summary>
    public string? Authority { get; set; }

    /// <summary>As what this server is known there.</summary>
    public string? ClientId { get; set; }

    /// <summary>With which it proves itself there; null for a client that the provider knows as public.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What it asks the provider for.</summary>
    public List<string> Scopes { get; set; } = ["openid", "profile", "email"];

    /// <summary>In which claim the provider tells a person's groups.</summary>
    [Required]
    public string GroupsClaim { get; set; } = "groups";
}
