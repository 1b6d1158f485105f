using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Api.Calling;

/// <summary>Counts and tells what became of calls.</summary>
internal sealed class SlackWatch(SlackCallTally tally, ILogger<SlackWatch> logger)
{
    /// <summary>Watches one call to its end.</summary>
    public async Task<T> OverAsync<T>(string method, Func<Task<T>> call)
    {
        try
        {
            var answer = await call();
            tally.Count(method, "ok");
            return answer;
        }
        catch (SlackFaultException fault)
        {
            tally.Count(method, "fault");
            Log.Refused(logger, method, fault.Code);
            throw;
        }
        catch (SlackAwayException away)
        {
            tally.Count(method, "away");
            Log.Unanswered(logger, method, away.Message);
            throw;
        }
        catch (SlackBusyException busy)
        {
            tally.Count(method, "busy");
            Log.Busy(logger, method, busy.Wait.TotalSeconds);
            throw;
        }
    }
}
