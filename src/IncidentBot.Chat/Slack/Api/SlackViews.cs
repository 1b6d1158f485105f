using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Web;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Opens modals: past every queue, for the trigger lives 3 seconds; not tried again, but for one time when Slack was not reached at all.</summary>
internal sealed class SlackViews(ISlackTriggers triggers, SlackWatch watch, TimeProvider clock)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2.5);
    private static readonly SlackAsk Ask = SlackAsk.Once("views.open");

    /// <summary>Opens one, and answers with its id.</summary>
    public Task<string> OpenAsync(ViewChange change, string token, CancellationToken cancellation) => watch.OverAsync(Ask.Method, async () =>
    {
        var begin = clock.GetTimestamp();
        try
        {
            return await OpenOnceAsync(change, token, AnswerTime, cancellation);
        }
        catch (SlackAwayException away) when (!away.MayBeDone && clock.GetElapsedTime(begin) < AnswerTime)
        {
            return await OpenOnceAsync(change, token, AnswerTime - clock.GetElapsedTime(begin), cancellation);
        }
    });

    private async Task<string> OpenOnceAsync(ViewChange change, string token, TimeSpan time, CancellationToken cancellation)
    {
        using var response = await SlackSending.OnceAsync(Ask, ending => triggers.OpenAsync(token, change, ending), time, clock, cancellation);
        if (SlackReply.WaitIn(response, clock.GetUtcNow()) is { } wait) throw new SlackBusyException(Ask.Method, wait);
        return SlackReply.Read(Ask, response).View?.Id ?? "";
    }
}
