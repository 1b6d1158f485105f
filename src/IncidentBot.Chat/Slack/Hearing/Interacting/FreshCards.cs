namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Puts the card as it is now beside the refusal of a press on one that was drawn before something happened.</summary>
internal sealed class FreshCards(Shelf shelf, Verbs verbs, SlackDesk desk)
{
    /// <summary>The reply, with a fresh card where the one that was pressed is out of date.</summary>
    /// <param name="reply">What the desk answered.</param>
    /// <param name="said">What was pressed.</param>
    /// <param name="nonce">The incident's last news when the card was drawn.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<Reply> BesideAsync(Reply reply, Saying said, int? nonce, CancellationToken cancellation)
    {
        var words = said.Line.Split(' ', 3);
        if (!reply.Refused || reply.Missing || !IncidentId.TryParse(words[0], out var id)) return reply;
        var incident = await shelf.GetAsync(id, cancellation);
        var isStale = incident.EndedAt is not null || nonce < incident.LastNews || words.Length < 2 || verbs.Find(words[1]) is null;
        if (!isStale) return reply;
        var now = await desk.SayAsync(said with { Line = LineWriter.Line(id, "info"), Key = null }, cancellation);
        return now.Refused ? reply : reply with { Card = now.Card, Incident = id };
    }
}
