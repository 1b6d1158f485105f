using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.TestKit;
using IncidentBot.Web.Exports;

namespace IncidentBot.Scenarios.Demo;

/// <summary>The review of the demo as people will read it, in every format. Salts are chance, so hashes are left out of the comparison.</summary>
internal sealed partial class ReviewOfTheDemo
{
    [TestCase(ExportFormat.Markdown, "Review.approved.md")]
    [TestCase(ExportFormat.Html, "Review.approved.html")]
    [TestCase(ExportFormat.Json, "Review.approved.json")]
    public async Task It_is_the_approved_one(ExportFormat format, string file)
    {
        await using var play = await DemoPlay.RunFastAsync();
        var document = await ReviewWriter.ReadAsync(play.Player.Incident, play.Store, default);
        var text = Encoding.UTF8.GetString(await StandaloneReview.WriteAsync(document, format));
        Assert.That(Approve.Difference(Hash().Replace(text, "<hash>"), file), Is.Null);
    }

    [GeneratedRegex(@"\b[0-9a-f]{12,64}\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hash();
}
