namespace IncidentBot.Benchmarks.Reporting;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figure, with its unit.</param>
internal sealed record Row(string What, string Measured)
{
    /// <summary>What it is compared with, measured in the same slices; empty when nothing is.</summary>
    public string Against { get; init; } = "";

    /// <summary>The median over the rounds of measured : against; null when nothing is compared.</summary>
    public double? Ratio { get; init; }

    /// <summary>What we aim at; empty when the figure is only reported.</summary>
    public string Aim { get; init; } = "";

    /// <summary>Whether the aim was reached; null without an aim.</summary>
    public bool? Reached { get; init; }

    /// <summary>The row with an aim that a figure must not exceed.</summary>
    public Row AtMost(double figure, double most, string aim) => this with { Aim = aim, Reached = figure <= most };

    /// <summary>The row with an aim that a figure must reach.</summary>
    public Row AtLeast(double figure, double least, string aim) => this with { Aim = aim, Reached = figure >= least };
}
