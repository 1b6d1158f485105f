using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

public sealed class OnlyReading
{
    private static IEnumerable<string> Asking => AllVerbs.Create().All.Where(verb => verb.OnlyAsks).Select(verb => verb.Word);

    [TestCaseSource(nameof(Asking))]
    public async Task A_reader_may_say_what_only_asks(string word)
    {
        var house = new SignedInHouse();
        var (_, ana) = await house.EnterAsync("Ana");
        var (_, gus) = await house.EnterAsync("Gus", "guests");
        await house.At.Hear(ana, "declare Down");
        Assert.That((await house.At.Hear(gus, $"INC-1 {word}")).Text, Does.Not.Contain("your right is reader"));
    }

    [TestCase("declare Down")]
    [TestCase("declare")]
    [TestCase("INC-1 note found it")]
    [TestCase("INC-1 join")]
    public async Task A_reader_does_nothing(string line)
    {
        var house = new SignedInHouse();
        var (_, ana) = await house.EnterAsync("Ana");
        var (_, gus) = await house.EnterAsync("Gus", "guests");
        await house.At.Hear(ana, "declare Down");
        Assert.That((await house.At.Hear(gus, line)).Text, Is.EqualTo("You may read everything here, but not take part: your right is reader. Ask an admin of IncidentBot to make you a responder."));
        Assert.That((await house.At.Say(gus, "hello", room: 1)).Refused, Is.True);
    }
}
