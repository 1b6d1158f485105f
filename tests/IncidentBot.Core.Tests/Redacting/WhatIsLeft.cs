using System.Text;
using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What is left of an entry when the words of people are taken out of it.</summary>
public sealed class WhatIsLeft
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static IEnumerable<IncidentEvent> Wordy => EventSamples.All.Where(sample => sample.WithoutWords() is not null);

    [TestCaseSource(typeof(EventSamples), nameof(EventSamples.All))]
    public void Whatever_can_be_found_by_its_words_can_lose_them(IncidentEvent sample)
    {
        var findable = SearchableText.Of(Recorded(sample)) is { Text.Length: > 0 };
        if (findable) Assert.That(sample.WithoutWords(), Is.Not.Null);
        if (sample.WithoutWords() is { } wordless) Assert.That(wordless.GetType(), Is.EqualTo(sample.GetType()), "it can still be folded");
    }

    [TestCaseSource(nameof(Wordy))]
    public void None_of_its_words_is_left(IncidentEvent sample)
    {
        var left = Encoding.UTF8.GetString(StoredEvents.Write(sample.WithoutWords()!, []));
        var words = Redaction.WordsOf(sample);
        Assert.That(words, Is.Not.Empty);
        foreach (var word in words.Where(word => word.Length > 3)) Assert.That(left, Does.Not.Contain(word));
        Assert.That(SearchableText.Of(Recorded(sample.WithoutWords()!))?.Text.Replace(Redaction.Mark, "").Trim(' ', ':', '·', ';') ?? "", Is.Empty);
    }

    [TestCaseSource(nameof(Wordy))]
    public void It_can_be_told_and_drawn(IncidentEvent sample)
    {
        Assert.That(sample.WithoutWords()!.Sentence, Is.Not.Empty);
        Assert.DoesNotThrow(() => RoomDrawing.Of(Recorded(sample.WithoutWords()!), DefaultPolicy.Create()));
    }

    [Test]
    public void Words_are_told_again_when_they_are_long_enough_to_tell()
    {
        var words = Redaction.WordsOf(new MessagePosted("the password is hunter2"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Redaction.Repeats(new NoteAdded("Ben said that the  password is hunter2, so change it"), words), Is.True);
            Assert.That(Redaction.Repeats(new EntryHighlighted(2, true, "Ben said: the password is hunter2"), words), Is.True);
            Assert.That(Redaction.Repeats(new NoteAdded("we changed the password"), words), Is.False);
            Assert.That(Redaction.Repeats(new NoteAdded("ok then"), Redaction.WordsOf(new MessagePosted("ok"))), Is.False);
        }
    }

    private static Recorded Recorded(IncidentEvent happened) =>
        new(new IncidentId(1), 2, 2, Noon, Noon, Cast.Ana, "test", "", happened, [], EntryHash.Zero, EntryHash.Zero);
}
