using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

public sealed class PowerCutTests
{
    private const int StatesPerSeed = 60;

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
            var survival = (Survival)(number % 5);
            var left = history.PullThePlug(survival, random);
            await CheckTwiceAsync(left, workload, history.Told as Told ?? new Told(0, 0), random, $"seed {seed}, event {moment} of {events.Count}, {survival}");
        }
    }

    /// <summary>The second cut comes while the store recovers from the first, or just after.</summary>
    private static async Task CheckTwiceAsync(Dictionary<string, byte[]> left, Workload workload, Told told, Random random, string circumstances)
    {
        var disk = new RecordedDisk(left);
        await CheckAsync(disk, workload, told, circumstances);

        var history = new DiskHistory(disk);
        var events = disk.Events;
        var moment = random.Next(events.Count + 1);
        foreach (var done in events.Take(moment))
            history.Play(done);
        var survival = (Survival)random.Next(5);
        var leftAgain = history.PullThePlug(survival, random);
        await CheckAsync(new RecordedDisk(leftAgain), workload, told, $"{circumstances}, again at event {moment} of {events.Count}, {survival}");
    }

    private static async Task CheckAsync(RecordedDisk disk, Workload workload, Told told, string circumstances)
    {
        try
        {
            await using var store = await Workload.OpenAsync(disk, longestLog: 100);
            await new Aftermath(store, workload, circumstances).CheckAsync(told);
        }
        catch (StoreUnavailableException refusal)
        {
            Assert.Fail($"the store refuses: {refusal.Message} {circumstances}");
        }
    }
}
