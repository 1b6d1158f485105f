using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>What somebody writes to the bot alone is a line, answered there: nobody else reads it.</summary>
internal sealed class DirectMessage(ISlack slack, ISlackPeople people, SlackDesk desk, SlackForms forms, Answered answered, Afterwards afterwards, SlackReplies replies) : ISlackEvents
{
    public bool Hears(string type) => type == "message";

    public async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        var said = happened.Body;
        if (said.Text("channel_type") != "im" || said.Text("subtype") is not null || said.Text("bot_id") is not null) return;
        if (said.Text("user") is not { } user || said.Text("channel") is not { } channel || said.Text("ts") is not { } ts) return;
        var self = happened.Bot ?? (await slack.SelfAsync(cancellation)).User;
        if (user == self) return;
        var line = await people.LineAsync(AppMention.Behind(said.Text("text") ?? "", self), cancellation);
        var reply = await desk.SayAsync(new Saying(user, line.Text, IncidentId.House, $"{channel}/{ts}") { Mentioned = line.Mentioned }, cancellation);
        if (!answered.IsFirst($"direct:{channel}/{ts}")) return;
        var drawn = replies.Of(reply.Form is { } form ? forms.Unopened(form) : reply);
        afterwards.Do(async later => await slack.PostAsync(new SlackPost(channel, drawn, $"direct:{channel}/{ts}", said.Text("thread_ts")), later));
    }
}
