using System.Text.Json;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Reads the message that somebody chose from Slack's menu.</summary>
internal sealed class MessageReader(ISlackPeople people, SlackOptions options)
{
    /// <summary>The message, its words cut where they are too long to be carried along.</summary>
    public async ValueTask<ChosenMessage> ReadAsync(Situation at, JsonElement payload, CancellationToken cancellation)
    {
        var text = await people.PlainAsync(payload.Text("message", "text") ?? "", cancellation);
        var link = ChosenMessage.LinkTo(options.ApiUrl, payload.Text("team", "domain"), at.Channel ?? "", at.Message ?? "", payload.Text("message", "thread_ts"));
        return new ChosenMessage((await AuthorAsync(payload, cancellation)).Name, Cut(text), link);
    }

    private async ValueTask<Person> AuthorAsync(JsonElement payload, CancellationToken cancellation) =>
        payload.Text("message", "bot_id") is { } bot ? await people.BotAsync(bot, payload.Text("message", "username"), cancellation)
        : payload.Text("message", "user") is { } user ? await people.PersonAsync(user, cancellation)
        : await people.BotAsync("", payload.Text("message", "username"), cancellation);

    private static string Cut(string text)
    {
        if (text.Length <= ChosenMessage.Longest) return text;
        var end = char.IsHighSurrogate(text[ChosenMessage.Longest - 2]) ? ChosenMessage.Longest - 2 : ChosenMessage.Longest - 1;
        return text[..end] + "…";
    }
}
