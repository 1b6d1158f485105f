using System.Text.RegularExpressions;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>Who is who in a workspace of four people, without asking anybody.</summary>
internal sealed partial class PeopleAtHand : ISlackPeople
{
    public const string Team = "T1";

    private static readonly Dictionary<string, string> Names = new() { ["U0ANA"] = "Ana", ["U0BEN"] = "Ben", ["U0CLEO"] = "Cleo", ["U0OTTO"] = "Otto" };

    public static Person Of(string user) => new(SlackNames.Person(Team, user), Names.GetValueOrDefault(user, user));

    public ValueTask<Person> PersonAsync(string user, CancellationToken cancellation = default) => ValueTask.FromResult(Of(user));

    public ValueTask<Person> BotAsync(string botId, string? name, CancellationToken cancellation = default) => ValueTask.FromResult(new Person(SlackNames.Person(Team, botId), name ?? botId));

    public ValueTask<IReadOnlyList<Person>> GroupAsync(string group, CancellationToken cancellation = default) => ValueTask.FromResult<IReadOnlyList<Person>>([]);

    public ValueTask<string?> UserAsync(Person person, CancellationToken cancellation = default) => ValueTask.FromResult(SlackNames.UserOf(person.Id));

    public ValueTask<string> PlainAsync(string text, CancellationToken cancellation = default) => ValueTask.FromResult(Mention().Replace(text, match => "@" + Of(match.Groups["user"].Value).Name));

    public ValueTask<SlackLine> LineAsync(string text, CancellationToken cancellation = default)
    {
        var mentioned = new Dictionary<string, Person>();
        var line = Mention().Replace(text, match =>
        {
            mentioned[match.Groups["user"].Value] = Of(match.Groups["user"].Value);
            return "@" + match.Groups["user"].Value;
        });
        return ValueTask.FromResult(new SlackLine(line, mentioned));
    }

    [GeneratedRegex(@"<@(?<user>[UW][A-Z0-9]+)(\|[^>]*)?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
