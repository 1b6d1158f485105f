using System.Collections.Concurrent;
using IncidentBot.Chat.Slack.Hearing.Doors;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>How often Slack sent what nobody here knows, and how often somebody sent what is not Slack's.</summary>
public sealed class SlackTally
{
    private const int MostTypes = 50;

    /// <summary>The type under which further unknown ones are counted once there are many.</summary>
    public const string Other = "other";

    private readonly ConcurrentDictionary<string, long> unknown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SlackProof, long> bad = new();

    /// <summary>Requests that were turned away because they are not known as Slack's.</summary>
    public long TurnedAway => bad.Values.Sum();

    /// <summary>What nobody here knows, by its type.</summary>
    public IReadOnlyDictionary<string, long> Unknown => unknown;

    /// <summary>Counts what nobody here knows.</summary>
    internal void CountUnknown(string kind, string? type)
    {
        var name = $"{kind}:{Words.Brief(type ?? "", 60)}";
        unknown.AddOrUpdate(unknown.ContainsKey(name) || unknown.Count < MostTypes ? name : Other, 1, (_, seen) => seen + 1);
    }

    /// <summary>Counts a request that is not Slack's; true for the first one of its kind.</summary>
    internal bool CountBad(SlackProof proof) => bad.AddOrUpdate(proof, 1, (_, seen) => seen + 1) == 1;
}
