using System.Diagnostics;

namespace IncidentBot.Scenarios.Slack;

/// <summary>What comes by itself, soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something is so.</summary>
    public static Task IsSoAsync(Func<bool> isSo, string what) => IsSoAsync(() => Task.FromResult(isSo()), what);

    /// <summary>Waits until something is so.</summary>
    public static async Task IsSoAsync(Func<Task<bool>> isSo, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await isSo();)
        {
            if (waited.Elapsed > Patience) throw new AssertionException($"It never came that {what}.");
            await Task.Delay(Between);
        }
    }

    /// <summary>Waits until something is there, and gives it.</summary>
    public static async Task<T> FindAsync<T>(Func<Task<T?>> find, string what) where T : class
    {
        T? found = null;
        await IsSoAsync(async () => (found = await find()) is not null, what);
        return found!;
    }
}
