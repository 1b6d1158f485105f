using IncidentBot.Benchmarks.Reporting;

namespace IncidentBot.Benchmarks.Running;

/// <summary>Sides that take turns, so that the noise of a shared machine falls on all of them alike.</summary>
internal sealed class Rounds<T>
{
    private readonly T[][] results;

    private Rounds(T[][] results) => this.results = results;

    /// <summary>One round to warm up, then the rounds that count. The side that begins changes from round to round.</summary>
    public static async Task<Rounds<T>> TakeTurnsAsync(int rounds, CancellationToken stopped, params Func<Task<T>>[] sides)
    {
        var taken = new T[rounds][];
        for (var round = -1; round < rounds; round++)
        {
            var turn = new T[sides.Length];
            for (var step = 0; step < sides.Length; step++)
            {
                stopped.ThrowIfCancellationRequested();
                var side = (round + 1 + step) % sides.Length;
                turn[side] = await sides[side]();
            }
            if (round >= 0) taken[round] = turn;
        }
        return new Rounds<T>(taken);
    }

    /// <summary>The median of a side.</summary>
    public double Median(int side, Func<T, double> figure) => Figures.Median(results.Select(round => figure(round[side])));

    /// <summary>The median over the rounds of one side : another.</summary>
    public double Ratio(int side, int against, Func<T, double> figure) =>
        Figures.Median(results.Select(round => figure(round[side]) / figure(round[against])));
}
