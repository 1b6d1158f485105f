using IncidentBot.Chat.Slack.Api;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Takes redacted words from Slack: the bot deletes its own messages; those of people, people must delete.</summary>
internal sealed class Forgetting(ISlack slack, SlackDeeds deeds)
{
    /// <summary>Deletes what stands in Slack of an entry; tells what is gone, and what is left for whom to delete.</summary>
    public async ValueTask<IReadOnlyList<IncidentEvent>> ForgetAsync(int entry, IReadOnlyList<string> identities, CancellationToken cancellation)
    {
        var left = new List<IncidentEvent>();
        var places = identities.Select(Copies.MessageOf).OfType<SlackPlace>().Distinct().ToList();
        foreach (var place in places)
            if (await WhyNotAsync(place, cancellation) is { } because) left.Add(new CopyLeft(SlackNames.Chat, entry, await LinkAsync(place, cancellation), because));
        return left.Count > 0 ? left : places.Count > 0 ? [new CopyForgotten(SlackNames.Chat, entry)] : [];
    }

    // Slack itself tells whose a message is.
    private ValueTask<string?> WhyNotAsync(SlackPlace place, CancellationToken cancellation) => deeds.DoAsync<string?>(async () =>
    {
        try
        {
            await slack.DeleteAsync(place, cancellation);
            return null;
        }
        catch (SlackFaultException fault) when (WhyNot(fault.Code) is { } because)
        {
            return because;
        }
    });

    private async ValueTask<string?> LinkAsync(SlackPlace place, CancellationToken cancellation) =>
        (await deeds.DoAsync(() => slack.PermalinkAsync(place, cancellation)))?.AbsoluteUri;

    private static string? WhyNot(string code) => code switch
    {
        "cant_delete_message" or "cant_update_message" => "a bot may not delete what people wrote. Its author or a workspace admin must delete the message.",
        "is_archived" => "the channel is archived. A workspace admin must unarchive it and delete the message.",
        "channel_not_found" or "not_in_channel" => "the bot is no longer in the channel. Its author or a workspace admin must delete the message.",
        "compliance_exports_prevent_deletion" or "restricted_action" or "no_permission" => "the workspace lets nobody delete messages. A workspace owner must do it.",
        _ => null,
    };
}
