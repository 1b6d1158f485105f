using System.ComponentModel.DataAnnotations;
using IncidentBot.Web.SigningIn;

namespace IncidentBot.Host.Settings;

/// <summary>Who vouches for people, and what they may do.</summary>
public sealed class SignInSettings : SignInOptions
{
    /// <summary>The file that holds the client secret, instead of the secret itself.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>Groups and e-mail addresses of admins.</summary>
    public List<string> Admins { get; set; } = [];

    /// <summary>Groups and e-mail addresses of responders.</summary>
    public List<string> Responders { get; set; } = [];

    /// <summary>Groups and e-mail addresses of readers.</summary>
    public List<string> Readers { get; set; } = [];

    /// <summary>Groups and e-mail addresses of the admins who see every private incident.</summary>
    public List<string> PrivateAdmins { get; set; } = [];

    /// <summary>What those may do who sign in and are named nowhere.</summary>
    public Right Others { get; set; } = Right.Responder;

    /// <summary>The domains whose verified e-mail addresses may come in; empty when all may.</summary>
    public List<string> EmailDomains { get; set; } = [];

    /// <summary>How long a session lasts at most.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan SessionFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Everybody whom the lists name, with the list.</summary>
    public IEnumerable<(string List, string Name)> Named() =>
        from list in new[] { (nameof(Admins), Admins), (nameof(Responders), Responders), (nameof(Readers), Readers), (nameof(PrivateAdmins), PrivateAdmins) }
        from name in list.Item2
        select (list.Item1, name);
}
