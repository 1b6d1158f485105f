namespace IncidentBot.Chat.Slack.Naming;

/// <summary>Who is who in Slack, remembered for a while. It never throws and never keeps anybody waiting long: whom Slack does not name in time goes by the name that the house knows, or by the id.</summary>
public interface ISlackPeople
{
    /// <summary>The person behind a user of the workspace, ready to act: the house has met them, with their verified e-mail address.</summary>
    ValueTask<Person> PersonAsync(string user, CancellationToken cancellation = default);

    /// <summary>The bot or app behind a message without a person, by the name under which it posted.</summary>
    ValueTask<Person> BotAsync(string botId, string? name, CancellationToken cancellation = default);

    /// <summary>The people of a user group; empty when it is not known.</summary>
    ValueTask<IReadOnlyList<Person>> GroupAsync(string group, CancellationToken cancellation = default);

    /// <summary>The Slack user who is this person, under whichever of their identities; null when nobody in Slack is.</summary>
    ValueTask<string?> UserAsync(Person person, CancellationToken cancellation = default);

    /// <summary>Text as people wrote it in Slack, in plain words: mentions by name (<c>@Ana</c>), channels (<c>#help</c>), links and escapes as they read.</summary>
    ValueTask<string> PlainAsync(string text, CancellationToken cancellation = default);

    /// <summary>A line with its mentions as handles that <see cref="SlackLine.Mentioned"/> resolves.</summary>
    ValueTask<SlackLine> LineAsync(string text, CancellationToken cancellation = default);

    /// <summary>Tells of the workspace that something came from: people are of it also while Slack cannot say which one the bot is in.</summary>
    void NoteTeam(string team)
    {
    }
}

/// <summary>A line from Slack.</summary>
/// <param name="Text">The line, with mentions as <c>@handle</c>, smart quotes straight, escapes undone.</param>
/// <param name="Mentioned">Whom each handle means.</param>
public sealed record SlackLine(string Text, IReadOnlyDictionary<string, Person> Mentioned);
