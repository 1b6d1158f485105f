using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>What waits to be done outside is told in a sentence.</summary>
public sealed class WhatWaitsOutside
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Messages_are_counted_for_each_who_could_not_be_reached_the_longest_away_first() => Assert.That(
        WaitingLine.Of([Promise("Slack", 10, isMessage: true), Promise("Teams", 5, isMessage: true), Promise("Slack", 12, isMessage: true)]),
        Is.EqualTo(new[] { "Teams has not been reached since 2026-11-23 12:05 UTC: 1 message waits.", "Slack has not been reached since 2026-11-23 12:10 UTC: 2 messages wait." }));

    [Test]
    public void Of_other_promises_the_first_is_told() => Assert.That(
        WaitingLine.Of([Promise("Slack", 12, isMessage: true), Promise("Slack", 10)]),
        Is.EqualTo(new[] { "Slack has not been reached since 2026-11-23 12:10 UTC: 2 promises wait, the first to open a room in Slack." }));

    [Test]
    public void One_alone_is_told_as_it_is() => Assert.That(
        WaitingLine.Of([Promise("Slack", 10)]), Is.EqualTo(new[] { "Slack has not been reached since 2026-11-23 12:10 UTC: 1 promise waits, to open a room in Slack." }));

    [Test]
    public async Task The_card_tells_it()
    {
        var at = new DeskFixture();
        await at.Hear(Cast.Ana, "declare \"Checkout is down\"");
        var incident = (await at.Desk.FindAsync(new IncidentId(1), Person.Bot))!;
        var card = IncidentCard.Full(incident, at.Policy, Cast.Ana, House.Empty, [Promise("Slack", 10, isMessage: true)]);
        Assert.That(card.Items, Is.EqualTo(new[] { "Slack has not been reached since 2026-11-23 12:10 UTC: 1 message waits." }));
    }

    [Test]
    public async Task Words_are_news_but_no_turn_of_the_incident()
    {
        var at = new DeskFixture();
        await at.Hear(Cast.Ana, "declare \"Checkout is down\"");
        await at.Hear(Cast.Ana, "severity sev1", 1);
        await at.Say(Cast.Ben, "I see 500s", 1);
        var incident = (await at.Desk.FindAsync(new IncidentId(1), Person.Bot))!;
        Assert.That((incident.LastTurn, incident.LastNews), Is.EqualTo((2, 3)));
    }

    [Test]
    public void A_room_in_which_the_bot_cannot_speak_is_none_to_speak_in()
    {
        var incident = Incident.None(new IncidentId(1)) with { Rooms = Incident.None(new IncidentId(1)).Rooms.Add("Slack", "slack:T1/C1") };
        Assert.That(incident.HasRoomOn("Slack"));
        Assert.That((incident with { RoomFates = incident.RoomFates.Add("Slack", RoomFate.BotRemoved) }).HasRoomOn("Slack"), Is.False);
        Assert.That(incident.HasRoomOn("Teams"), Is.False);
    }

    private static WaitingPromise Promise(string destination, int minutes, bool isMessage = false) =>
        new(new PromiseId(new IncidentId(1), minutes, 0), destination, isMessage ? $"tell the room in {destination}" : $"open a room in {destination}", Noon.AddMinutes(minutes), null, "") { IsMessage = isMessage };
}
