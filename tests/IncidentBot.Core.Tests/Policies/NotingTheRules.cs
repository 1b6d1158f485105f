using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

public sealed class NotingTheRules
{
    private static readonly Policy Customary = DefaultPolicy.Create();

    [Test]
    public async Task The_customary_rules_are_not_worth_a_word() => Assert.That(await SaidAsync(Customary), Is.Empty);

    [Test]
    public async Task Other_rules_are_noted_once_and_by_the_names_of_their_parts_alone()
    {
        var policy = Customary with { DefaultSeverity = new Severity(2), Access = new AccessPolicy { Admins = ["boss@example.com"] } };
        Assert.That(await SaidAsync(policy), Is.EqualTo(new[] { "IncidentBot found the house rules changed: who is let in and default severity" }));
    }

    [Test]
    public async Task Going_back_and_forth_is_noted_each_time()
    {
        var other = Customary with { Command = "inc" };
        Assert.That(await SaidAsync(other, Customary, other, other), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task What_a_part_says_is_not_recorded()
    {
        var at = new DeskFixture(Customary with { Access = new AccessPolicy { Admins = ["boss@example.com"] } });
        await at.Desk.NoteRulesAsync(Customary);
        Assert.That(System.Text.Encoding.UTF8.GetString((await at.Store.ReadStreamAsync(0, 0, 9)).Single().Body.Span), Does.Not.Contain("boss").And.Not.Contain("example.com"));
    }

    // One start after the other, each with rules of its own.
    private static async Task<IReadOnlyList<string>> SaidAsync(params Policy[] starts)
    {
        var first = new DeskFixture(starts[0]);
        await first.Desk.NoteRulesAsync(Customary);
        foreach (var policy in starts[1..]) await first.AgainUnder(policy).Desk.NoteRulesAsync(Customary);
        return [.. (await first.Store.ReadStreamAsync(0, 0, 99)).Select(entry => StoredEvents.Read(entry).Sentence)];
    }
}
