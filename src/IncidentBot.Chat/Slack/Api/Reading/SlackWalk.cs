using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api.Reading;

/// <summary>How far a walk through messages has come.</summary>
/// <param name="oldest">Where it ends: messages after this one are walked through.</param>
/// <param name="keeps">True when what is seen on the way is kept.</param>
internal sealed class SlackWalk(string oldest, bool keeps)
{
    private readonly List<JsonElement> seen = [];
    private string? latest;
    private bool missedSome;

    /// <summary>What was seen and kept.</summary>
    public IReadOnlyList<JsonElement> Seen => seen;

    /// <summary>Where it ends.</summary>
    public string Oldest { get; private set; } = oldest;

    /// <summary>Where it goes on; null where it begins.</summary>
    public string? Cursor { get; private set; }

    /// <summary>When it was left; null while it was not.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>True once something was seen.</summary>
    public bool HasBegun => latest is not null;

    /// <summary>Takes in a page.</summary>
    public void Take(MessagesResult page)
    {
        if (keeps) seen.AddRange(page.Messages);
        latest = page.Messages.Select(SlackTs.Of).Append(latest).Max(SlackTs.InOrder);
        Cursor = page.NextCursor == Cursor ? null : page.NextCursor;
    }

    /// <summary>Leaves it for now: what is said from here on is not on the pages that are still to come.</summary>
    public void Leave(DateTimeOffset at)
    {
        LeftAt = at;
        missedSome |= Cursor is not null;
    }

    /// <summary>True when there is more to walk: the next page, or what was said while the walk was left.</summary>
    public bool GoesOn()
    {
        if (Cursor is not null) return true;
        if (!missedSome) return false;
        (Oldest, missedSome) = (latest!, false);
        return true;
    }
}
