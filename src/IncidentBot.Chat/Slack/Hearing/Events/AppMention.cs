using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Events;

/// <summary>A mention of the bot is a line: what stands behind it is said, also in a thread.</summary>
internal sealed class AppMention(ISlack slack, ISlackPeople people, SlackDesk desk, SlackForms forms, OpenAnswers open, Answered answered, Afterwards afterwards, SlackReplies replies) : ISlackEvents
{
    public bool Hears(string type) => type == "app_mention";

    public async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        var said = happened.Body;
        if (said.Text("user") is not { } user || said.Text("bot_id") is not null || said.Text("channel") is not { } channel || said.Text("ts") is not { } ts) return;
        var line = await people.LineAsync(Behind(said.Text("text") ?? "", happened.Bot ?? (await slack.SelfAsync(cancellation)).User), cancellation);
        var room = await desk.RoomAsync(happened.Team, channel, cancellation);
        var reply = await desk.SayAsync(new Saying(user, line.Text, room, $"{channel}/{ts}") { Mentioned = line.Mentioned }, cancellation);
        var key = $"mention:{channel}/{ts}{said.Text("edited", "ts")}";
        if (!answered.IsFirst(key)) return;

        var drawn = replies.Of(reply.Form is { } form ? forms.Unopened(form) : reply);
        var thread = said.Text("thread_ts") ?? ts;
        if (await open.MayBeHeardByAllAsync(reply, room, happened.IsShared, cancellation))
            afterwards.Do(async later => await slack.PostAsync(new SlackPost(channel, drawn, key, thread), later));
        else
            afterwards.Do(later => slack.WhisperAsync(channel, user, drawn, said.Text("thread_ts"), later));
    }

    /// <summary>What stands behind the mention of the bot; all of it when the bot is not mentioned.</summary>
    internal static string Behind(string text, string bot)
    {
        foreach (var mention in new[] { $"<@{bot}>", $"<@{bot}|" })
        {
            var at = text.IndexOf(mention, StringComparison.Ordinal);
            if (at >= 0) return text[(text.IndexOf('>', at) + 1)..].TrimStart(' ', ',', ':', '\u00a0');
        }
        return text;
    }
}
