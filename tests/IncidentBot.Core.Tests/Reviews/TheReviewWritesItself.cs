using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What a review says, section by section, when it is read aloud.</summary>
public sealed class TheReviewWritesItself
{
    [Test]
    public async Task Smoke()
    {
        TestContext.Out.WriteLine(ReviewText.Of(await ReviewedIncident.ReadAsync()));
    }
}
