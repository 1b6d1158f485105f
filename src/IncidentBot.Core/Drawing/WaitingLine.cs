using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>What waits to be done outside, in a sentence for each who could not be reached.</summary>
public static class WaitingLine
{
    /// <summary>The sentences, whoever has been away the longest first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<WaitingPromise> waiting) =>
        [.. waiting.GroupBy(promise => promise.Destination).OrderBy(away => away.Min(promise => promise.Since)).Select(away => Of(away.Key, [.. away.OrderBy(promise => promise.Since)]))];

    private static string Of(string destination, IReadOnlyList<WaitingPromise> waiting) =>
        $"{destination} has not been reached since {Words.Moment(waiting[0].Since)}: "
        + (waiting.All(promise => promise.IsMessage)
            ? $"{Words.Count(waiting.Count, "message")} {Wait(waiting.Count)}."
            : $"{Words.Count(waiting.Count, "promise")} {Wait(waiting.Count)}, {(waiting.Count == 1 ? "" : "the first ")}to {waiting[0].Purpose}.");

    private static string Wait(int count) => count == 1 ? "waits" : "wait";
}
