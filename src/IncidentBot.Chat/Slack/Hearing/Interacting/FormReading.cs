using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Makes a line of what somebody filled in.</summary>
internal sealed class FormReading(ISlackPeople people)
{
    /// <summary>The line, with whom its mentions mean.</summary>
    public async ValueTask<Saying> SayingAsync(Situation at, FilledForm filled, CancellationToken cancellation)
    {
        var mentioned = new Dictionary<string, Person>();
        foreach (var user in filled.Users) mentioned[user] = await people.PersonAsync(user, cancellation);
        return new Saying(at.User, filled.Line, filled.Memory.Room, at.ViewId) { Mentioned = mentioned };
    }
}
