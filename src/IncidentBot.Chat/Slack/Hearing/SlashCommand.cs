using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing.Interacting;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>The slash command is a line, said wherever somebody is; what it answers, the asker alone sees.</summary>
internal sealed class SlashCommand(SlackDesk desk, ISlackPeople people, SlackForms forms, SlackReplies replies)
{
    /// <summary>Answers one.</summary>
    public async ValueTask<SlackAnswer> AnswerAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        var at = new Situation(fields.GetValueOrDefault("team_id", ""), fields["user_id"])
        {
            Channel = fields.GetValueOrDefault("channel_id"),
            Trigger = fields.GetValueOrDefault("trigger_id"),
        };
        if (at.Team.Length > 0) people.NoteTeam(at.Team);
        var line = await people.LineAsync(fields.GetValueOrDefault("text", ""), cancellation);
        var room = await desk.RoomAsync(at.Team, at.Channel, cancellation);
        var reply = await desk.SayAsync(new Saying(at.User, line.Text, room, at.Trigger) { Mentioned = line.Mentioned }, cancellation);
        if (reply.Form is { } form)
        {
            if (await forms.OpenAsync(form, at, new FormMemory(form, room, at.Channel), cancellation) is not { } unopened) return SlackAnswer.Received;
            reply = unopened;
        }
        return new SlackAnswer(Answers.Ephemeral(replies.Of(reply)));
    }
}
