using System.Net;
using IncidentBot.Host.Settings;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Settings;

public sealed class FaultsOfSignIn
{
    private const string Provider = "\"Authority\": \"https://login.example\", \"ClientId\": \"x\"";
    private const string Faced = "\"Listen\": \"http://0.0.0.0:5080\", \"PublicUrl\": \"https://incidents.example.com\", \"Proxies\": [\"10.0.0.5\"]";

    [TestCase("", "\"ClientId\": \"x\"", "SignIn:Authority", "Who vouches for people is missing. Write the provider's address: https://login.example.com, or leave SignIn away.")]
    [TestCase("", "\"Admins\": [\"leads\"]", "SignIn:Authority", "Who vouches for people is missing.")]
    [TestCase("", "\"Authority\": \"login.example\", \"ClientId\": \"x\"", "SignIn:Authority", "“login.example” is no address of a provider. Write https://login.example.com.")]
    [TestCase("", "\"Authority\": \"http://login.example\", \"ClientId\": \"x\"", "SignIn:Authority", "Over http anybody on the way could vouch for anybody. Write https://login.example.")]
    [TestCase("", "\"Authority\": \"https://login.microsoftonline.com/common/v2.0\", \"ClientId\": \"x\"", "SignIn:Authority", "That address lets in every Microsoft account there is. Write https://login.microsoftonline.com/<your tenant's id>/v2.0.")]
    [TestCase("", "\"Authority\": \"https://login.example\"", "SignIn:ClientId", "As what is IncidentBot known at the provider? Register it there and write the client's id.")]
    [TestCase("", Provider + ", \"Scopes\": [\"profile\"]", "SignIn:Scopes", "Without openid the provider does not say who somebody is. Write [\"openid\", \"profile\", \"email\"].")]
    [TestCase("", Provider + ", \"GroupsClaim\": \"\"", "SignIn:GroupsClaim", "This must not be empty.")]
    [TestCase("", Provider + ", \"ClientSecretFile\": \"/nowhere/secret\"", "SignIn:ClientSecretFile", "There is no file “/nowhere/secret”.")]
    [TestCase("", Provider + ", \"ClientSecret\": \"s\", \"ClientSecretFile\": \"/nowhere/secret\"", "SignIn:ClientSecretFile", "The secret is set twice. Keep ClientSecret or ClientSecretFile.")]
    [TestCase("", Provider + ", \"EmailDomains\": [\"@example.com\"]", "SignIn:EmailDomains", "“@example.com” is no domain. Write example.com.")]
    [TestCase("", Provider + ", \"EmailDomains\": [\"example\"]", "SignIn:EmailDomains", "“example” is no domain. Write example.com.")]
    [TestCase("", Provider + ", \"Readers\": [\" \"]", "SignIn:Readers", "An empty name names nobody. Write a group or an e-mail address.")]
    [TestCase("", Provider + ", \"EmailDomains\": [\"example.com\"], \"Admins\": [\"boss@other.example\"]", "SignIn:Admins", "boss@other.example could never come in: its domain is not among SignIn:EmailDomains.")]
    [TestCase("", Provider + ", \"PrivateAdmins\": [\"leads\"]", "SignIn:PrivateAdmins", "Only admins see every private incident, and there are none. Name them in SignIn:Admins too.")]
    [TestCase("", Provider + ", \"Others\": \"Guest\"", "SignIn:Others", "“Guest” is not known here. There is None, Reader, Responder, Admin.")]
    [TestCase("", Provider + ", \"SessionFor\": \"1m\"", "SignIn:SessionFor", "1m is not possible. Write 5m to 30d.")]
    [TestCase("", Provider + ", \"Group\": \"x\"", "SignIn:Group", "There is no such setting. The nearest is SignIn:GroupsClaim.")]
    [TestCase("\"Proxies\": [\"10.0.0.5\"]", Provider, "PublicUrl", "Under which address do people come? Write https://incidents.example.com: links begin with it, and no other host is answered.")]
    [TestCase("\"Listen\": \"http://0.0.0.0:5080\", \"PublicUrl\": \"https://incidents.example.com\"", Provider, "Listen", "http://0.0.0.0:5080 would carry sessions over the network in the clear. Write https:// and set Certificate:Path, or name the reverse proxy in front in Proxies.")]
    [TestCase("\"PublicUrl\": \"https://incidents.example.com\"", Provider, "PublicUrl", "Nothing here speaks https. Name the reverse proxy in front in Proxies, or set Certificate:Path and write an https address in Listen.")]
    [TestCase("\"PublicUrl\": \"https://incidents.example.com\"", "", "PublicUrl", "Without sign-in nobody can come that way. Set SignIn:Authority too, or leave PublicUrl away.")]
    [TestCase("\"PublicUrl\": \"https://incidents.example.com/bot\", \"Proxies\": [\"10.0.0.5\"]", Provider, "PublicUrl", "“https://incidents.example.com/bot” is no address of a server. Write https://incidents.example.com, without a path.")]
    [TestCase("\"PublicUrl\": \"http://incidents.example.com\", \"Proxies\": [\"10.0.0.5\"]", Provider, "PublicUrl", "http://incidents.example.com would carry sessions over the network in the clear. Write https://incidents.example.com.")]
    [TestCase("\"PublicUrl\": \"https://incidents.example.com\", \"Proxies\": [\"nginx\"]", Provider, "Proxies", "“nginx” is neither an address nor a range of them. Write 10.0.0.5 or 10.0.0.0/24.")]
    [TestCase("\"PublicUrl\": \"https://incidents.example.com\", \"Proxies\": [\"0.0.0.0/0\"]", Provider, "Proxies", "0.0.0.0/0 is everybody, so that anybody could say for whom they ask. Name the proxy's own address.")]
    [TestCase("\"Proxies\": [\"10.0.0.5\"]", "", "Proxies", "Without sign-in IncidentBot answers its own machine alone, and not through a proxy. Set SignIn:Authority, or leave Proxies away.")]
    [TestCase("\"Listen\": \"https://127.0.0.1:5443\"", "", "Listen", "https://127.0.0.1:5443 needs a certificate. Set Certificate:Path to its file (PEM with Certificate:KeyPath, or PFX).")]
    [TestCase("\"Certificate\": { \"KeyPath\": \"key.pem\" }", "", "Certificate:Path", "The certificate itself is missing. Name its file, or leave Certificate away.")]
    [TestCase("\"Certificate\": { \"Path\": \"/nowhere/cert.pem\" }", "", "Certificate:Path", "There is no file “/nowhere/cert.pem”.")]
    [TestCase("\"Certificate\": { \"Path\": \"/nowhere/cert.pem\" }", "", "Certificate:Path", "No address in Listen is https. Write https://0.0.0.0:443 there, or leave Certificate away.")]
    public void A_fault_is_told_under_the_settings_full_name(string house, string signIn, string setting, string sentence) =>
        Assert.That(SettingsFile.Faults(Json(house, signIn)), Does.Contain($"\n  {setting}\n    {sentence}"));

    [TestCase("https://accounts.google.com")]
    [TestCase("https://slack.com")]
    [TestCase("https://gitlab.com")]
    public void A_provider_that_knows_the_whole_world_needs_to_be_told_whom_to_let_in(string authority)
    {
        var provider = $"\"Authority\": \"{authority}\", \"ClientId\": \"x\"";
        Assert.That(SettingsFile.Faults(Json("", provider)), Does.Contain(
            $"\n  SignIn:EmailDomains\n    Everybody in the world can have an account at {new Uri(authority).Host}. Say whose addresses may come in, or let in only who is named: SignIn:Others = None."));
        Assert.That(SettingsFile.Read(Json("", provider + ", \"EmailDomains\": [\"example.com\"]")).Policy.Access.EmailDomains, Is.EqualTo(new[] { "example.com" }));
        Assert.That(SettingsFile.Read(Json("", provider + ", \"Others\": \"None\"")).Policy.Access.Others, Is.EqualTo(Right.None));
    }

    [Test]
    public void With_sign_in_and_a_proxy_the_network_may_come()
    {
        var page = SettingsFile.Read(Json(Faced, Provider + ", \"Admins\": [\"leads\"], \"SessionFor\": \"8h\""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((page.Doorway.AsksWhoIsThere, page.Doorway.IsSecure, page.Doorway.PublicUrl), Is.EqualTo((true, true, new Uri("https://incidents.example.com"))));
            Assert.That((page.Doorway.IsProxy(IPAddress.Parse("10.0.0.5")), page.Doorway.IsProxy(IPAddress.Parse("::ffff:10.0.0.5")), page.Doorway.IsProxy(IPAddress.Parse("10.0.0.6"))), Is.EqualTo((true, true, false)));
            Assert.That((page.Policy.Access.IsOpen, page.Policy.Access.SessionFor), Is.EqualTo((false, TimeSpan.FromHours(8))));
            Assert.That(page.Policy.Access.Admins, Is.EqualTo(new[] { "leads" }));
        }
    }

    [Test]
    public void A_secret_is_read_from_its_file()
    {
        using var file = new MadeFile("  hush\n");
        Assert.That(SettingsFile.Read(Json("", Provider + $", \"ClientSecretFile\": \"{file.Path}\"")).House.SignIn.ClientSecret, Is.EqualTo("hush"));
        using var empty = new MadeFile("\n");
        Assert.That(SettingsFile.Faults(Json("", Provider + $", \"ClientSecretFile\": \"{empty.Path}\"")), Does.Contain($"“{empty.Path}” is empty, or may not be read by this account."));
    }

    [Test]
    public void A_certificate_comes_as_PEM_or_PFX()
    {
        using var made = new MadeCertificate(days: 2);
        foreach (var certificate in new[] { $"\"Path\": \"{made.Pem}\", \"KeyPath\": \"{made.Key}\"", $"\"Path\": \"{made.Pfx}\", \"Password\": \"{MadeCertificate.Password}\"" })
            Assert.That(SettingsFile.Read(Json(Https(certificate), Provider)).Certificate?.Own.Subject, Is.EqualTo("CN=localhost"));
    }

    [Test]
    public void A_certificate_that_cannot_be_used_is_told()
    {
        using var made = new MadeCertificate(days: 2);
        using var old = new MadeCertificate(days: -1);
        string Faults(string certificate) => SettingsFile.Faults(Json(Https(certificate), Provider));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults($"\"Path\": \"{made.Pem}\""), Does.Contain("\n  Certificate:Path\n    The certificate cannot be used: it is neither PEM nor PFX, the key is not its key or comes without KeyPath"));
            Assert.That(Faults($"\"Path\": \"{made.Pfx}\", \"Password\": \"wrong\""), Does.Contain("or Certificate:Password is not the right one."));
            Assert.That(Faults($"\"Path\": \"{made.Key}\""), Does.Contain("The certificate cannot be used"));
            Assert.That(Faults($"\"Path\": \"{old.Pem}\", \"KeyPath\": \"{old.Key}\""), Does.Contain("\n  Certificate:Path\n    The certificate was valid until"));
        }
    }

    private static string Https(string certificate) => $$"""
        "Listen": "https://0.0.0.0:5443", "PublicUrl": "https://incidents.example.com", "Certificate": { {{certificate}} }
        """;

    private static string Json(string house, string signIn) => $$"""{ {{(house.Length > 0 ? house + "," : "")}} "SignIn": { {{signIn}} } }""";

    private sealed class MadeFile : IDisposable
    {
        public MadeFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
