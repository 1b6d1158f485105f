using IncidentBot.Scenarios.Demo;
using IncidentBot.TestKit;
using Microsoft.Playwright;

namespace IncidentBot.Scenarios.Browser;

/// <summary>Takes the pictures of the demo into <c>docs/</c> when SCREENSHOTS=1 is set (<c>tests/screenshots.sh</c>); otherwise it only walks the same way.</summary>
[Category("Browser")]
internal sealed class ScreenshotTests
{
    private static readonly bool Takes = Environment.GetEnvironmentVariable("SCREENSHOTS") == "1";

    private static readonly Picture[] WhileItIsOpen =
    [
        new("war-room.png", "/rooms/INC-1"),
        new("war-room-dark.png", "/rooms/INC-1") { Dark = true },
        new("phone.png", "/rooms/INC-1") { Phone = true },
    ];

    private static readonly Picture[] Afterwards =
    [
        new("timeline.png", "/incidents/INC-1?show=key"),
        new("review.png", "/incidents/INC-1/review"),
        new("search.png", "/search?q=tax"),
        new("insights.png", "/insights"),
    ];

    [Test]
    public async Task The_pictures_of_the_README_can_be_taken()
    {
        await using var play = DemoPlay.Open();
        var rest = await play.PlayUntilAsync("Rolling back to 2026.45");
        foreach (var picture in WhileItIsOpen) await TakeAsync(picture, play);
        await play.Player.PlayAsync(rest);
        foreach (var picture in Afterwards) await TakeAsync(picture, play);
    }

    private static async Task TakeAsync(Picture picture, DemoPlay play)
    {
        await using var guest = await Guest.EnterAsync(play.Host.Address, "Vera Lund", picture.Options);
        // The reader's clock is the demo's, so that the pictures say "Today".
        await guest.Page.Clock.SetFixedTimeAsync(play.Now.UtcDateTime);
        await guest.GoAsync(picture.Path);
        await guest.Page.Mouse.MoveAsync(5, 5);
        Assert.That(guest.Faults, Is.Empty, picture.File);
        if (Takes) await guest.Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Repository.Root, "docs", picture.File), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>A picture: its file, and the page that it shows.</summary>
    private sealed record Picture(string File, string Path)
    {
        public bool Dark { get; init; }

        public bool Phone { get; init; }

        public BrowserNewContextOptions Options => new()
        {
            ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            DeviceScaleFactor = Phone ? 2 : 1,
            IsMobile = Phone,
            HasTouch = Phone,
            TimezoneId = "UTC",
        };
    }
}
