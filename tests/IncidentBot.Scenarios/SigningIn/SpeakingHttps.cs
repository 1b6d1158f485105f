using System.Net;
using System.Security.Cryptography.X509Certificates;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.SigningIn;

internal sealed class SpeakingHttps
{
    [Test]
    public async Task The_program_serves_https_with_its_certificate_and_leads_to_the_provider()
    {
        using var made = new MadeCertificate(days: 2);
        await using var provider = await FakeProvider.StartAsync();
        var directory = Directory.CreateTempSubdirectory("incidentbot-https-").FullName;
        var port = HostProcess.FreePort();
        using (var host = await HostProcess.SayingAsync("Now listening on", directory,
            "--Listen", $"https://127.0.0.1:{port}", "--PublicUrl", $"https://localhost:{port}", "--Store:Path", Path.Combine(directory, "data"),
            "--Certificate:Path", made.Pem, "--Certificate:KeyPath", made.Key,
            "--SignIn:Authority", provider.Authority, "--SignIn:ClientId", FakeProvider.ClientId, "--SignIn:ClientSecret", FakeProvider.ClientSecret))
        {
            X509Certificate? shown = null;
            using var client = new HttpClient(new SocketsHttpHandler
            {
                UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer(),
                SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (shown = certificate) is not null },
            });
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            var next = new Uri($"https://localhost:{port}/");
            var page = "";
            // To the provider, back, and to where one wanted to go; no client follows from https to the provider's http by itself.
            for (var hop = 0; hop < 4; hop++)
            {
                using var answer = await client.GetAsync(next);
                (page, next) = (await answer.Content.ReadAsStringAsync(), answer.Headers.Location is { } on ? new Uri(next, on) : next);
            }
            Assert.That(page, Does.Contain("Ana Ruiz"));
            Assert.That(shown!.Subject, Is.EqualTo("CN=localhost"));
            await host.EndAsync();
        }
        Directory.Delete(directory, recursive: true);
    }
}
