using Microsoft.Playwright;

namespace IncidentBot.Scenarios.Browser;

/// <summary>The browser that all browser scenarios share: Debian's Chromium, or the one that CHROMIUM names.</summary>
[SetUpFixture]
public sealed class Chromium
{
    private static readonly string[] UsualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private const float Patience = 30_000;

    private static IPlaywright? playwright;

    /// <summary>The running browser.</summary>
    public static IBrowser Running { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : UsualPaths.FirstOrDefault(File.Exists);
        if (path is null || !File.Exists(path))
            throw new InvalidOperationException("The browser scenarios need Chromium. Install it (apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium.");
        playwright = await Playwright.CreateAsync();
        // How long an expectation is waited for at most; a busy machine needs more than the default.
        Assertions.SetDefaultExpectTimeout(Patience);
        Running = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Running is not null) await Running.CloseAsync();
        playwright?.Dispose();
    }
}
