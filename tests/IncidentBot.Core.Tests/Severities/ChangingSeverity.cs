using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class ChangingSeverity
{
    [Test]
    public void Raising_is_free_and_the_peak_is_kept()
    {
        var story = Story.Declared().Does(Ben, new ChangeSeverity(new Severity(1))).Does(Ben, new ChangeSeverity(new Severity(4), "a workaround"));
        Assert.That((story.Incident.Severity, story.Incident.Peak), Is.EqualTo((new Severity(4), new Severity(1))));
        Assert.That(story.Entries[^1].Sentence, Is.EqualTo("Ben lowered the severity from SEV1 to SEV4, because a workaround"));
    }

    [Test]
    public void Lowering_needs_a_reason() => Assert.That(
        Story.Declared(2).Refusal(Ana, new ChangeSeverity(new Severity(3))), Is.EqualTo("Say why: lowering from SEV2 to SEV3 needs a reason."));

    [Test]
    public void The_same_again_is_said() => Assert.That(Story.Declared().Refusal(Ana, new ChangeSeverity(new Severity(3))), Is.EqualTo("INC-1 is SEV3 already."));

    [Test]
    public void An_unknown_one_is_answered_with_those_there_are() => Assert.That(
        Story.Declared().Refusal(Ana, new ChangeSeverity(new Severity(9))), Is.EqualTo("There is no SEV9. Take one of SEV1, SEV2, SEV3, SEV4 and SEV5."));

    [TestCase("sev2", 2)]
    [TestCase("SEV-1", 1)]
    [TestCase("s3", 3)]
    [TestCase("4", 4)]
    public void Severities_are_read_as_people_write_them(string text, int level)
    {
        Assert.That(Severity.TryParse(text, out var severity), Is.True);
        Assert.That(severity.Level, Is.EqualTo(level));
    }
}
