using IncidentBot.Host.Settings.Reading;
using IncidentBot.Web.Guards;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>Whom the house lets in, and what in the settings of sign-in would not make sense.</summary>
internal static class SignInRules
{
    private const string Section = nameof(HouseSettings.SignIn);

    // Whoever wants has an account there.
    private static readonly string[] OpenToTheWorld =
        ["accounts.google.com", "slack.com", "gitlab.com", "appleid.apple.com", "www.linkedin.com", "login.yahoo.com", "id.twitch.tv"];

    private static readonly string[] Tenantless = ["common", "organizations", "consumers"];

    /// <summary>The rules that follow; everybody on this machine without sign-in.</summary>
    public static AccessPolicy Of(SignInSettings settings, StartupFaults faults)
    {
        void Fault(string setting, string sentence) => faults.Add($"{Section}:{setting}", sentence);
        if (string.IsNullOrEmpty(settings.Authority))
        {
            settings.Authority = null;
            if (IsBegun(settings)) Fault(nameof(settings.Authority), "Who vouches for people is missing. Write the provider's address: https://login.example.com, or leave SignIn away.");
            return AccessPolicy.Open;
        }
        if (AuthorityFault(settings.Authority) is { } wrong) Fault(nameof(settings.Authority), wrong);
        else if (IsOpenToTheWorld(settings)) Fault(nameof(settings.EmailDomains), $"Everybody in the world can have an account at {new Uri(settings.Authority).Host}. Say whose addresses may come in, or let in only who is named: SignIn:Others = None.");
        if (string.IsNullOrWhiteSpace(settings.ClientId)) Fault(nameof(settings.ClientId), "As what is IncidentBot known at the provider? Register it there and write the client's id.");
        if (!settings.Scopes.Contains("openid")) Fault(nameof(settings.Scopes), "Without openid the provider does not say who somebody is. Write [\"openid\", \"profile\", \"email\"].");
        ReadSecret(settings, Fault);
        CheckNames(settings, Fault);
        return new AccessPolicy
        {
            Admins = settings.Admins, Responders = settings.Responders, Readers = settings.Readers, PrivateAdmins = settings.PrivateAdmins,
            Others = settings.Others, EmailDomains = settings.EmailDomains, SessionFor = settings.SessionFor,
        };
    }

    private static bool IsBegun(SignInSettings settings) =>
        settings.ClientId is not null || settings.ClientSecret is not null || settings.ClientSecretFile is not null || settings.EmailDomains.Count > 0 || settings.Named().Any();

    private static string? AuthorityFault(string authority)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return $"“{Words.Brief(authority, 60)}” is no address of a provider. Write https://login.example.com.";
        if (address.Scheme == Uri.UriSchemeHttp && !Loopback.Is(address.Host)) return $"Over http anybody on the way could vouch for anybody. Write https://{address.Authority}.";
        return address.Host == "login.microsoftonline.com" && Tenantless.Contains(address.AbsolutePath.Split('/').ElementAtOrDefault(1))
            ? "That address lets in every Microsoft account there is. Write https://login.microsoftonline.com/<your tenant's id>/v2.0."
            : null;
    }

    private static bool IsOpenToTheWorld(SignInSettings settings) =>
        OpenToTheWorld.Contains(new Uri(settings.Authority!).Host) && settings.EmailDomains.Count == 0 && settings.Others != Right.None;

    private static void ReadSecret(SignInSettings settings, Action<string, string> fault)
    {
        if (settings.ClientSecretFile is not { Length: > 0 } file) return;
        if (settings.ClientSecret is not null) fault(nameof(settings.ClientSecretFile), "The secret is set twice. Keep ClientSecret or ClientSecretFile.");
        else if (!File.Exists(file)) fault(nameof(settings.ClientSecretFile), $"There is no file “{file}”.");
        else if (Text(file) is not { Length: > 0 } secret) fault(nameof(settings.ClientSecretFile), $"“{file}” is empty, or may not be read by this account.");
        else settings.ClientSecret = secret;
    }

    private static string? Text(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    private static void CheckNames(SignInSettings settings, Action<string, string> fault)
    {
        foreach (var domain in settings.EmailDomains.Where(domain => Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.')))
            fault(nameof(settings.EmailDomains), $"“{Words.Brief(domain, 60)}” is no domain. Write example.com.");
        foreach (var (list, name) in settings.Named())
        {
            if (string.IsNullOrWhiteSpace(name)) fault(list, "An empty name names nobody. Write a group or an e-mail address.");
            else if (name.Contains('@') && settings.EmailDomains.Count > 0 && !settings.EmailDomains.Contains(name[(name.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase))
                fault(list, $"{Words.Brief(name, 60)} could never come in: its domain is not among SignIn:EmailDomains.");
        }
        if (settings.PrivateAdmins.Count > 0 && settings.Admins.Count == 0 && settings.Others != Right.Admin)
            fault(nameof(settings.PrivateAdmins), "Only admins see every private incident, and there are none. Name them in SignIn:Admins too.");
    }
}
