using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Takes in what people press and pick: each is a line already typed.</summary>
internal sealed class Presses(SlackDesk desk, ISlackPeople people, SlackForms forms, FreshCards cards, Telling telling, SlackTally tally)
{
    /// <summary>Takes one in.</summary>
    public async ValueTask<SlackAnswer> TakeAsync(Situation at, JsonElement payload, CancellationToken cancellation)
    {
        foreach (var action in payload.Each("actions"))
        {
            if (SlackPress.Read(action) is { } press) await AnswerAsync(at, press, cancellation);
            else if (!SlackPress.IsLink(action)) tally.CountUnknown("control", action.Text("type"));
        }
        return SlackAnswer.Received;
    }

    private async ValueTask AnswerAsync(Situation at, SlackPress press, CancellationToken cancellation)
    {
        var room = await desk.RoomAsync(at.Team, at.Channel, cancellation);
        var said = await SayingAsync(at, press, room, cancellation);
        var reply = await cards.BesideAsync(await desk.SayAsync(said, cancellation), said, press.Nonce, cancellation);
        if (reply.Form is not { } form) telling.Tell(at, reply);
        else if (await forms.OpenAsync(form, at, new FormMemory(form, room, at.Channel), cancellation) is { } unopened) telling.Tell(at, unopened);
    }

    private async ValueTask<Saying> SayingAsync(Situation at, SlackPress press, IncidentId room, CancellationToken cancellation)
    {
        var line = press.User is { } picked ? press.Line.Replace(PeoplePicker.Person, "@" + picked) : press.Line;
        var key = $"{at.Channel ?? at.ViewId}/{at.Message}:{press.Nonce}:{Digest(line)}";
        var saying = new Saying(at.User, line, room, key);
        return press.User is { } user ? saying with { Mentioned = new Dictionary<string, Person> { [user] = await people.PersonAsync(user, cancellation) } } : saying;
    }

    private static string Digest(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}
