using System.Collections.Concurrent;

namespace IncidentBot.TestKit;

/// <summary>What goes wrong when a method is called.</summary>
public abstract record SlackTrouble
{
    private SlackTrouble() { }

    /// <summary>429: nothing is done, and when to come again is said.</summary>
    public sealed record Busy(int Seconds) : SlackTrouble;

    /// <summary>Nothing is done, and the connection ends without an answer.</summary>
    /// <param name="First">What happens before it ends; null when nothing does.</param>
    public sealed record Cut(Action? First = null) : SlackTrouble;

    /// <summary>Slack does it, and the connection ends without an answer.</summary>
    /// <param name="Then">What happens before it ends; null when nothing does.</param>
    public sealed record Lost(Action? Then = null) : SlackTrouble;

    /// <summary>503 and a page for people, from the edge of Slack's network.</summary>
    public sealed record Failing : SlackTrouble;

    /// <summary>Nothing is done, and there is never an answer.</summary>
    public sealed record Silent : SlackTrouble;

    /// <summary>Slack says no.</summary>
    public sealed record No(string Error, string? Needed = null) : SlackTrouble;
}

/// <summary>What shall go wrong, by method.</summary>
public sealed class SlackTroubles
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackTrouble>> next = new();
    private readonly ConcurrentDictionary<string, SlackTrouble> always = new();

    /// <summary>The name under which all methods are meant.</summary>
    public const string Everything = "*";

    /// <summary>The next call of a method goes wrong; further ones line up behind it.</summary>
    public void Next(string method, params IEnumerable<SlackTrouble> troubles)
    {
        foreach (var trouble in troubles) next.GetOrAdd(method, _ => new()).Enqueue(trouble);
    }

    /// <summary>Every call of a method goes wrong until it is over.</summary>
    public void Begin(string method, SlackTrouble trouble) => always[method] = trouble;

    /// <summary>What was begun is over.</summary>
    public void End(string method)
    {
        always.TryRemove(method, out _);
        next.TryRemove(method, out _);
    }

    /// <summary>What goes wrong with this call; null when nothing does.</summary>
    internal SlackTrouble? Of(string method) =>
        next.TryGetValue(method, out var queue) && queue.TryDequeue(out var once) ? once
        : always.TryGetValue(method, out var lasting) || always.TryGetValue(Everything, out lasting) ? lasting : null;
}
