using IncidentBot.Chat.Slack.Hearing.Interacting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>
/// The one place where everything arrives that Slack delivers. Nothing is dropped because it came before: whatever may happen
/// once is recorded under a key of its own.
/// </summary>
internal sealed class SlackIngress(SlackEventHearing events, SlashCommand command, Interactions interactions, ILogger<SlackIngress> logger) : ISlackIngress
{
    private const string Unforeseen = "Something went wrong that was not foreseen; IncidentBot's log has it. What was answered before is safe.";
    private const string Unrecordable = "IncidentBot cannot record anything right now, so nothing was done. Please try again in a minute; IncidentBot's log tells whoever runs it why.";

    public async ValueTask<SlackAnswer> TakeAsync(SlackDelivery delivery, CancellationToken cancellation = default) => delivery switch
    {
        SlackDelivery.Event(var body) => await events.TakeAsync(body, cancellation),
        SlackDelivery.Command(var fields) => await TryAsync(
            "command", () => command.AnswerAsync(fields, cancellation), sentence => new SlackAnswer(Answers.Ephemeral(sentence))),
        SlackDelivery.Interaction(var payload) => await TryAsync(
            "press", () => interactions.AnswerAsync(payload, cancellation), sentence => interactions.Excuse(payload, sentence)),
        _ => SlackAnswer.Received,
    };

    // People wait for an answer, and what they did does not come again by itself: they are told in words.
    private async ValueTask<SlackAnswer> TryAsync(string kind, Func<ValueTask<SlackAnswer>> answer, Func<string, SlackAnswer> excuse)
    {
        try
        {
            return await answer();
        }
        catch (Exception fault) when (PassingFaults.IsOfStore(fault))
        {
            Log.NothingRecorded(logger, fault, kind);
            return excuse(Unrecordable);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Poison(logger, fault, kind);
            return excuse(Unforeseen);
        }
    }
}
