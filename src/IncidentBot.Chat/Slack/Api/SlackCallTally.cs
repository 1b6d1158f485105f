using System.Collections.Concurrent;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>What became of calls to Slack, by method: never whose, or about what.</summary>
public sealed class SlackCallTally
{
    private readonly ConcurrentDictionary<(string Method, string Outcome), long> ended = new();

    /// <summary>How many ended how: <c>ok</c>, <c>fault</c> (Slack said no), <c>away</c> (no answer) or <c>busy</c> (it must wait).</summary>
    public IReadOnlyDictionary<(string Method, string Outcome), long> Ended => ended;

    /// <summary>Counts one.</summary>
    internal void Count(string method, string outcome) => ended.AddOrUpdate((method, outcome), 1, (_, before) => before + 1);
}
