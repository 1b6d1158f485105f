using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class HearingOfTurns
{
    private readonly DeskFixture desk = new(DefaultPolicy.Create() with { Chats = ["Slack"], Mirrors = ["Slack"] });

    [Test]
    public async Task Who_subscribed_is_told_of_each_turn_and_of_nothing_else()
    {
        await desk.Hear(Ana, "declare \"checkout is down\"");
        await desk.Hear(Cleo, "subscribe", 1);
        await desk.Hear(Ana, "severity sev1", 1);
        await desk.Hear(Ana, "note the disk is full", 1);
        await desk.Hear(Ana, "triage", 1);
        await desk.Hear(Ana, "update public \"we are on it\"", 1);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "SeverityChanged: Cleo", "StageChanged: Cleo", "UpdateSent: Cleo" }));
    }

    [Test]
    public async Task Nobody_is_told_of_a_drill_or_of_what_they_may_not_see()
    {
        await desk.Hear(Ana, "declare \"practice\" --drill");
        await desk.Hear(Cleo, "subscribe", 1);
        await desk.Hear(Ana, "severity sev1", 1);
        await desk.Hear(Ana, "declare \"checkout is down\"");
        await desk.Hear(Cleo, "subscribe", 2);
        await desk.Hear(Ana, "private", 2);
        await desk.Hear(Ana, "severity sev1", 2);
        Assert.That(await ToldAsync(), Is.Empty);
        Assert.That(await ToldAsync(2), Is.Empty);
    }

    [Test]
    public async Task Who_unsubscribed_hears_no_more_also_once_it_is_over()
    {
        await desk.Hear(Ana, "declare \"checkout is down\"");
        await desk.Hear(Cleo, "subscribe", 1);
        await desk.Hear(Ana, "cancel --reason \"false alarm\"", 1);
        Assert.That((await desk.Hear(Cleo, "unsubscribe", 1)).Text, Is.EqualTo("Cleo unsubscribed."));
        await desk.Hear(Ana, "reopen it was none", 1);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "StageChanged: Cleo" }));
    }

    [Test]
    public async Task That_it_goes_on_in_another_incident_is_a_turn_too()
    {
        await desk.Hear(Ana, "declare \"checkout is down\"");
        await desk.Hear(Ana, "declare \"payments are down\"");
        await desk.Hear(Cleo, "subscribe", 1);
        await desk.Hear(Ana, "merge INC-2", 1);
        Assert.That(await ToldAsync(), Is.EqualTo(new[] { "IncidentsMerged: Cleo" }));
    }

    [Test]
    public async Task Twice_is_once()
    {
        await desk.Hear(Ana, "declare \"checkout is down\"");
        Assert.That((await desk.Hear(Cleo, "unsubscribe", 1)).Text, Is.EqualTo("You have not subscribed to INC-1."));
        Assert.That((await desk.Hear(Cleo, "subscribe", 1)).Text, Is.EqualTo("Cleo subscribed: each change of severity or stage and each update comes as a direct message."));
        Assert.That((await desk.Hear(Cleo, "follow", 1)).Text, Is.EqualTo("You have subscribed to INC-1 already."));
    }

    [Test]
    public async Task There_is_room_for_a_hundred()
    {
        await desk.Hear(Ana, "declare \"checkout is down\"");
        for (var one = 1; one <= Subscribe.Most; one++) await desk.Hear(Person.WhoSays($"Reader {one}"), "subscribe", 1);
        Assert.That((await desk.Hear(Cleo, "subscribe", 1)).Text, Is.EqualTo("100 people have subscribed to INC-1, and there is no room for more. Follow it on its page, or join it."));
    }

    private async Task<IReadOnlyList<string>> ToldAsync(int incident = 1) =>
    [
        .. (await desk.EntriesAsync(incident)).SelectMany(entry => entry.Promises.OfType<TellPerson>().Select(told => $"{entry.Event.GetType().Name}: {told.Who.Name}")),
    ];
}
