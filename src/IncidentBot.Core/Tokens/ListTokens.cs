namespace IncidentBot;

/// <summary>Which tokens are there?</summary>
public sealed record ListTokens : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var tokens = setting.House.Room.People.Tokens.ById.Values.Where(token => token.RevokedAt is null).OrderBy(token => token.Name, StringComparer.Ordinal).ToList();
        var lines = tokens.Select(token => $"{token.Name} ({token.Id}) opens {token.Scopes.InWords()}{Voices(token)}. Made by {token.MadeBy.Name} on {Words.Moment(token.MadeAt)}, {End(token, setting.Now)}.").ToList();
        var headline = tokens.Count == 0 ? "There are no tokens." : Words.Count(tokens.Count, "token");
        return ValueTask.FromResult(new Reply(string.Join('\n', tokens.Count == 0 ? [headline] : lines))
        {
            Card = new Message(headline) { Items = lines, Controls = [new Button("Make a token", "token make"), new Link("Open as a page", PagePaths.Tokens)] },
        });
    }

    private static string Voices(ApiToken token) => token.SpeaksFor.IsEmpty ? "" : $" and speaks for {TokenBearer.Voices(token.SpeaksFor)}";

    private static string End(ApiToken token, DateTimeOffset now) => token.ExpiresAt switch
    {
        null => "without an end",
        { } end when end <= now => $"over since {Words.Moment(end)}",
        { } end => $"until {Words.Moment(end)}",
    };
}
