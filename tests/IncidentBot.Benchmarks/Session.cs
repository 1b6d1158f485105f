using System.Diagnostics;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks;

/// <summary>One run: the machine, then one table. Progress goes to the error stream, so that the table can be kept.</summary>
internal static class Session
{
    /// <summary>Measures what was asked for; the result is the exit code.</summary>
    public static async Task<int> RunAsync(Request request, Lab lab)
    {
        var failed = false;
        foreach (var measurement in request.Measurements)
        {
            var watch = Stopwatch.StartNew();
            await Console.Error.WriteLineAsync($"{measurement.Name}: {measurement.About} …");
            try
            {
                await measurement.MeasureAsync(lab);
                await Console.Error.WriteLineAsync($"{measurement.Name}: done in {watch.Elapsed.TotalSeconds:0} s");
            }
            catch (OperationCanceledException) when (lab.Stopped.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("Stopped.");
                return 1;
            }
            catch (Exception fault)
            {
                // The other measurements are worth having; the run fails in the end.
                failed = true;
                lab.Table.Add(new Row($"{measurement.Name}: could not be measured", fault.Message.Split('\n')[0]));
                await Console.Error.WriteLineAsync(fault.ToString());
            }
        }
        await Console.Out.WriteLineAsync(Machine.Facts(lab));
        await Console.Out.WriteLineAsync(lab.Table.ToMarkdown());
        return failed ? 1 : 0;
    }
}
