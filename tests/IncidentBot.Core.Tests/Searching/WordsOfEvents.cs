using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

public sealed class WordsOfEvents
{
    [Test]
    public void What_people_wrote_can_be_found() => Assert.That(
        Approve.Difference(string.Join('\n', EventSamples.All.Select(Line)), "SearchableTexts.approved.txt"), Is.Null);

    private static string Line(IncidentEvent happened) => $"{happened.GetType().Name}: {(SearchableText.Of(new Story().Given(Cast.Ana, happened).Entries[0]) is { } text ? InWords(text) : "–")}";

    private static string InWords(SearchableText text) => $"{text.Rank}{(text.Subject is { } subject ? $" (subject {subject}{(text.Anew ? ", anew" : "")})" : "")}: {text.Text}";
}
