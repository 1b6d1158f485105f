using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

public sealed class PowerCutTests
{
    private const int StatesPerSeed = 60;
    private static readonly int Kinds = Enum.GetValues<Survival>().Length;

    public static IEnumerable<int> Seeds => Enumerable.Range(51, TestAmount.Of(usual: 4, full: 40));

    [TestCaseSource(nameof(Seeds))]
    public async Task Whatever_a_power_cut_leaves_nothing_acknowledged_is_lost(int seed)
    {
        var disk = new RecordedDisk();
        var workload = new Workload(disk, seed);
        await workload.RunAsync(steps: 60);
        var random = new Random(seed);
        var events = disk.Events;
        var moments = Enumerable.Range(0, StatesPerSeed).Select(_ => random.Next(events.Count + 1)).Order().ToList();

        var history = new DiskHistory(disk);
        var played = 0;
        foreach (var (number, moment) in moments.Index())
        {
            for (; played < moment; played++)
                history.Play(events[played]);
            var survival = (Survival)(number % Kinds);
            var left = history.PullThePlug(survival, random);
            await CheckTwiceAsync(left, workload, history.Told as Told ?? new Told(0, 0), random, $"seed {seed}, event {moment} of {events.Count}, {survival}");
        }
    }

    [Test]
    public async Task A_power_cut_at_any_moment_of_the_creation_leaves_a_store_that_opens()
    {
        var disk = new RecordedDisk();
        var workload = new Workload(disk, seed: 1);
        await workload.RunAsync(steps: 1);
        var random = new Random(1);
        var events = disk.Events;
        var history = new DiskHistory(disk);
        foreach (var (moment, done) in events.Index())
        {
            foreach (var survival in Enum.GetValues<Survival>())
                await CheckAsync(
                    history.PullThePlug(survival, random), workload, history.Told as Told ?? new Told(0, 0), $"event {moment} of {events.Count}, {survival}");
            history.Play(done);
        }
    }

    /// <summary>The second cut comes while the store recovers from the first, or soon after.</summary>
    private static async Task CheckTwiceAsync(Dictionary<string, byte[]> left, Workload before, Told told, Random random, string circumstances)
    {
        var known = await CheckAsync(left, before, told, circumstances);
        var disk = new RecordedDisk(left);
        var after = Workload.After(before, disk, random.Next(), known);
        await after.RunAsync(steps: random.Next(5));

        var history = new DiskHistory(disk);
        var events = disk.Events;
        var moment = random.Next(events.Count + 1);
        foreach (var done in events.Take(moment))
            history.Play(done);
        var survival = (Survival)random.Next(Kinds);
        await CheckAsync(
            history.PullThePlug(survival, random), after, history.Told as Told ?? told, $"{circumstances}, again at event {moment} of {events.Count}, {survival}");
    }

    private static async Task<Told> CheckAsync(Dictionary<string, byte[]> left, Workload workload, Told told, string circumstances)
    {
        try
        {
            Assert.That(workload.TracesOf(told.Erased).In(left), Is.Empty, $"bytes that were told to be gone are back: {circumstances}");
            var disk = new RecordedDisk(left);
            await using var store = await Workload.OpenAsync(disk, longestLog: 100);
            var known = await new Aftermath(store, workload, circumstances).CheckAsync(told);
            Assert.That(workload.TracesOf(known.Erased).In(disk.Content()), Is.Empty, $"something is left of what was erased: {circumstances}");
            return known;
        }
        catch (StoreUnavailableException refusal)
        {
            throw new AssertionException($"the store refuses: {refusal.Message} {circumstances}", refusal);
        }
    }
}
