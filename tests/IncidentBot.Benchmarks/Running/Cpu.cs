namespace IncidentBot.Benchmarks.Running;

/// <summary>CPU time of this process, collector and compiler included: what a line costs, however busy the machine is.</summary>
internal static class Cpu
{
    /// <summary>Seconds of CPU for one of so many.</summary>
    public static async Task<double> PerOneAsync(int times, Func<int, ValueTask> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++) await act(time);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / times;
    }
}
