using System.Text.Json;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Takes in what people press, pick, fill in and call.</summary>
internal sealed class Interactions(Presses presses, Submissions submissions, Shortcuts shortcuts, Telling telling, SlackTally tally)
{
    /// <summary>Answers one: what it does is durable before Slack has its receipt.</summary>
    public async ValueTask<SlackAnswer> AnswerAsync(JsonElement payload, CancellationToken cancellation)
    {
        if (Situation.Of(payload) is not { } at) return Unknown("nobody");
        return payload.Text("type") switch
        {
            "block_actions" => await presses.TakeAsync(at, payload, cancellation),
            "view_submission" when at.View is { } view => await submissions.TakeAsync(at, view, cancellation),
            "shortcut" or "message_action" => await shortcuts.TakeAsync(at, payload, cancellation),
            "view_closed" => SlackAnswer.Received,
            var type => Unknown(type),
        };
    }

    /// <summary>Tells whoever did it why nothing came of it, as far as Slack lets us.</summary>
    public SlackAnswer Excuse(JsonElement payload, string sentence)
    {
        if (Situation.Of(payload) is not { } at) return SlackAnswer.Received;
        if (payload.Text("type") == "view_submission" && at.View is { } view && FirstInput(view) is { } blank) return new SlackAnswer(Answers.Error(blank, sentence));
        if (payload.Text("type") != "view_closed") telling.Tell(at, Reply.Refuse(sentence));
        return SlackAnswer.Received;
    }

    private static string? FirstInput(JsonElement view) => view.Each("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).FirstOrDefault();

    private SlackAnswer Unknown(string? type)
    {
        tally.CountUnknown("interaction", type);
        return SlackAnswer.Received;
    }
}
