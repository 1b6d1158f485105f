using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking.Saying;

/// <summary>Tells people of an incident's turns by direct message.</summary>
internal sealed class PersonTelling(ISlack slack, ISlackPeople people, SlackDrawing drawing, TellingWords words, SlackDeeds deeds)
{
    /// <summary>Tells somebody of an entry, once; who has no account in Slack is not told there.</summary>
    public async ValueTask TellAsync(Person person, Telling telling, CancellationToken cancellation)
    {
        if (words.MessageOf(telling.Entry) is not { } message || await people.UserAsync(person, cancellation) is not { } user) return;
        var drawn = drawing.Of(Of(message, telling.Incident), telling.Incident.LastNews);
        var post = new SlackPost(user, drawn, telling.Attempt.Key) { MayBeThere = telling.Attempt.MayBeDone, Since = telling.Attempt.PromisedAt };
        await deeds.DoAsync(() => slack.PostAsync(post, cancellation));
    }

    private static Message Of(Message message, Incident incident) => message with
    {
        Headline = $"{incident.Id} {Words.Brief(incident.Title, 80)}: {message.Headline}",
        About = incident.Id,
        Controls = [new Link("Timeline", PagePaths.Incident(incident.Id)), new Button("Unsubscribe", LineWriter.Line(incident.Id, "unsubscribe"))],
    };
}
