using IncidentBot.Benchmarks.Measurements;
using IncidentBot.Benchmarks.Running;

namespace IncidentBot.Benchmarks;

/// <summary>What was asked for on the command line: how much, and which measurements.</summary>
internal sealed record Request(Amount Amount, IReadOnlyList<IMeasurement> Measurements)
{
    private const string Help = "Type --quick for about two minutes, --only <name> for one measurement (may be repeated), --list for their names.";

    /// <summary>What to say instead of measuring; null to measure.</summary>
    public string? Sentence { get; private init; }

    /// <summary>True when the sentence tells of a fault.</summary>
    public bool IsFault { get; private init; }

    /// <summary>Reads the command line.</summary>
    public static Request Read(string[] args, IReadOnlyList<IMeasurement> all)
    {
        var request = new Request(Amount.Full, all);
        var only = new List<IMeasurement>();
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--quick") request = request with { Amount = Amount.Quick };
            else if (args[at] == "--list") return request with { Sentence = List(all) };
            else if (args[at] == "--help") return request with { Sentence = Help };
            else if (args[at] == "--only" && all.FirstOrDefault(one => one.Name == args.ElementAtOrDefault(at + 1)) is { } wanted)
            {
                only.Add(wanted);
                at++;
            }
            else return request with { Sentence = $"I do not know “{string.Join(' ', args[at..])}”. {Help}\n{List(all)}", IsFault = true };
        }
        return only.Count == 0 ? request : request with { Measurements = only };
    }

    private static string List(IReadOnlyList<IMeasurement> all) => string.Join('\n', all.Select(one => $"{one.Name,-10} {one.About}"));
}
