using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>How speaking to Slack goes: by its last answer, or by what came instead of one.</summary>
internal sealed class SlackStanding(TimeProvider clock)
{
    private volatile ChatStanding now = new(true, "Slack has not been spoken to yet.", null);

    /// <summary>How it stands now.</summary>
    public ChatStanding Now => now;

    /// <summary>Slack answered.</summary>
    public void Answers()
    {
        if (now is not { IsWell: true, Since: not null }) now = new ChatStanding(true, "Slack answers.", clock.GetUtcNow());
    }

    /// <summary>Slack did not answer, or not to us.</summary>
    public void Fails(string sentence) => now = new ChatStanding(false, sentence, now is { IsWell: false, Since: { } since } ? since : clock.GetUtcNow());
}
