using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Saying;

/// <summary>How an entry is told in Slack. What is told noticeably after it happened says when that was.</summary>
internal sealed class TellingWords(SlackDrawing drawing, PolicyBook policies, TimeProvider clock)
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromMinutes(1);

    /// <summary>The drawing; null when nobody there hears of it.</summary>
    public Drawn? Of(Telling telling) => telling.Entry.Event is MessagePosted or FileShared
        ? drawing.Said(Timed(telling.Entry))
        : MessageOf(telling.Entry) is { } message ? drawing.Of(message, telling.Incident.LastNews) : null;

    /// <summary>What the bot says of an entry; null when it says nothing.</summary>
    public Message? MessageOf(Recorded entry) => RoomDrawing.Of(entry, policies.Current) is not { } message ? null
        : !IsLate(entry) ? message
        : message with { Text = string.Join('\n', new[] { message.Text, $"That was at {Words.Moment(entry.OccurredAt)}." }.Where(text => !string.IsNullOrEmpty(text))) };

    /// <summary>The entry as of now: written down when it is told, so that its drawing says how late that is.</summary>
    public Recorded Timed(Recorded entry) => IsLate(entry) ? entry with { RecordedAt = clock.GetUtcNow() } : entry;

    private bool IsLate(Recorded entry) => clock.GetUtcNow() - entry.OccurredAt >= Noticeable;
}
