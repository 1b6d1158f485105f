using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Does deeds in Slack: notes how Slack stands, and tells Slack's no as those understand it who promised the deed.</summary>
internal sealed class SlackDeeds(SlackStanding standing)
{
    /// <summary>Does something that no room is needed for.</summary>
    public ValueTask<T> DoAsync<T>(Func<ValueTask<T>> deed) => DoAsync(deed, fateOf: _ => null);

    /// <summary>Does something in an incident's channel, which may be gone meanwhile.</summary>
    public ValueTask<T> InRoomAsync<T>(Func<ValueTask<T>> deed) => DoAsync(deed, FateOf);

    /// <summary>Does something in an incident's channel, which may be gone meanwhile.</summary>
    public async ValueTask InRoomAsync(Func<ValueTask> deed) => await InRoomAsync(async () =>
    {
        await deed();
        return true;
    });

    // A token that is refused is mended by its operator: until then Slack is as good as away. Any other no is an answer.
    private async ValueTask<T> DoAsync<T>(Func<ValueTask<T>> deed, Func<string, RoomFate?> fateOf)
    {
        try
        {
            var done = await deed();
            standing.Answers();
            return done;
        }
        catch (SlackAwayException away)
        {
            standing.Fails(away.Message);
            throw;
        }
        catch (SlackFaultException fault) when (SlackCodes.IsAboutToken(fault.Code))
        {
            standing.Fails(fault.Message);
            throw;
        }
        catch (SlackFaultException fault)
        {
            standing.Answers();
            throw fateOf(fault.Code) is { } fate ? new RoomLostException(fate, fault.Message) : new PromiseRefusedException(fault.Message);
        }
    }

    private static RoomFate? FateOf(string code) => code switch
    {
        "channel_not_found" => RoomFate.Gone,
        "is_archived" => RoomFate.Archived,
        "not_in_channel" => RoomFate.BotRemoved,
        _ => null,
    };
}
