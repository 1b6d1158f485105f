using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class ChangingMessages
{
    [Test]
    public void One_may_edit_and_delete_ones_own()
    {
        var story = Said().Does(Ben, new EditMessage(2, "I see 502s")).Does(Ben, new DeleteMessage(2));
        Assert.That(story.Incident.DeletedMessages, Does.Contain(2));
        Assert.That(story.Refusal(Ben, new EditMessage(2, "again")), Is.EqualTo("Message 2 was deleted."));
    }

    [Test]
    public void But_nobody_elses() => Assert.That(Said().Refusal(Ana, new EditMessage(2, "I see nothing")), Is.EqualTo("Message 2 is Ben's; you can edit your own messages."));

    [Test]
    public void Only_messages() => Assert.That(Said().Refusal(Ana, new DeleteMessage(1)), Is.EqualTo("Entry 1 is not a message; only messages can be edited or deleted."));

    [Test]
    public void An_entry_that_is_not_there_is_said() => Assert.That(Said().Refusal(Ben, new EditMessage(9, "x")), Is.EqualTo("There is no entry 9 in this room."));

    [Test]
    public void A_mark_is_set_once_and_taken_away_by_an_entry()
    {
        var story = Said().Does(Ana, new HighlightEntry(2, true));
        Assert.That(story.Refusal(Cleo, new HighlightEntry(2, true)), Is.EqualTo("Entry 2 is marked as a key event already."));
        Assert.That(story.Does(Cleo, new HighlightEntry(2, false)).Incident.Highlights, Is.Empty);
    }

    [Test]
    public void A_message_of_a_platform_is_folded_once()
    {
        var story = Story.Declared().Given(Ben, new MessagePosted("hello", null, "slack:1"), new MessagePosted("hello", null, "slack:1"));
        Assert.That(story.Incident.Messages, Is.EqualTo(1));
    }

    private static Story Said() => Story.Declared().Given(Ben, new MessagePosted("I see 500s"));
}
