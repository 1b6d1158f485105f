using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>Random histories are worth their tests: whatever can happen does, and the same seed gives the same.</summary>
public sealed class RandomHistoriesAreRich
{
    [Test]
    public async Task Everything_that_can_happen_to_an_incident_happens_in_some()
    {
        var (stages, kinds, reopened) = (new HashSet<Stage>(), new HashSet<Type>(), 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var history = await RandomHistory.LiveAsync(seed);
            foreach (var id in history.Incidents)
            {
                var entries = await history.EntriesAsync(id);
                var incident = Incident.From(id, entries);
                stages.UnionWith(incident.Stages.Select(turn => turn.Value));
                kinds.UnionWith(entries.Select(entry => entry.Event.GetType()));
                reopened = Math.Max(reopened, incident.Reopened);
            }
        }
        Type[] ofTheHouseOrTheWorkers = [
            typeof(IncidentAnnounced), typeof(RoomOpened), typeof(PromiseKept), typeof(PromiseBroken), typeof(PromiseRenewed), typeof(VerificationFailed),
            typeof(BackupMade), typeof(BackupFailed),
            typeof(AlertProposed), typeof(AlertTakenUp), typeof(EntryRedacted),
            typeof(LegalHoldPlaced), typeof(LegalHoldLifted), typeof(IncidentRetired), typeof(WordsLetGo),
            typeof(IdentityLinkOffered), typeof(IdentityLinkRefused), typeof(IdentitiesLinked), typeof(IdentityUnlinked), typeof(LookRefused), typeof(PrivateLooked),
            typeof(TokenMade), typeof(TokenRevoked), typeof(ExportTaken), typeof(PolicyChanged),
            typeof(EntryTold), typeof(RoomInviteFailed), typeof(RoomsLapsed), typeof(RoomChanged), typeof(CardPlaced), typeof(CopyForgotten), typeof(CopyLeft), typeof(CardRemoved), typeof(SubscriberAdded), typeof(SubscriberRemoved)];
        Assert.That(stages, Is.EquivalentTo(Enum.GetValues<Stage>()));
        Assert.That(EventSamples.All.Where(sample => !sample.IsForAdmins).Select(sample => sample.GetType()).Distinct().Except(ofTheHouseOrTheWorkers).Except(kinds), Is.Empty);
        Assert.That(reopened, Is.GreaterThan(1));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_history()
    {
        var (one, other) = (await RandomHistory.LiveAsync(7), await RandomHistory.LiveAsync(7));
        foreach (var id in one.Incidents) Assert.That(await ToldAsync(one, id), Is.EqualTo(await ToldAsync(other, id)));
    }

    // A seal tells a hash, and hashes are salted.
    private static async Task<IEnumerable<string>> ToldAsync(RandomHistory history, IncidentId id) =>
        (await history.EntriesAsync(id)).Select(entry => $"{entry.OccurredAt:O} {entry.Sentence.Split("(seal")[0]}");
}
