using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks.Measurements;

/// <summary>One question about speed or size, answered by rows of the table.</summary>
internal interface IMeasurement
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string About { get; }

    /// <summary>Measures, and adds its rows to the lab's table.</summary>
    Task MeasureAsync(Lab lab);
}
