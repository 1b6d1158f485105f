using System.CommandLine;
using IncidentBot.Host.Settings;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>token make|list|revoke</c>: the tokens of programs, while no server runs. It says the same line that admins say.</summary>
internal sealed class TokenCommand : Command
{
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public TokenCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("token", "Makes, lists and revokes the tokens of programs on the data directory. Settings may follow, as with serve. While a server runs, use its page /tokens.")
    {
        this.compose = compose;
        var name = new Argument<string>("name") { Description = "What it is called: deploy-bot" };
        var which = new Argument<string>("which") { Description = "Its name or its id" };
        var scope = new Option<string>("--scope") { Description = $"What it opens: some of {TokenScopes.AllWords}", Required = true };
        var lives = new Option<string?>("--for") { Description = "How long it opens anything: 90d; for ever when left out" };
        var voices = new Option<string?>("--speaks-for") { Description = "Whose words it may bring: @ana,@ben or *" };
        var reason = new Option<string?>("--reason") { Description = "Why" };
        Add(Sub("make", "Makes a token and prints it, once", [name, scope, lives, voices], parsed => ["make", parsed.GetValue(name)!, .. Option("scope", parsed.GetValue(scope)), .. Option("for", parsed.GetValue(lives)), .. Option("speaks-for", parsed.GetValue(voices))]));
        Add(Sub("list", "Lists the tokens that are not revoked", [], _ => ["list"]));
        Add(Sub("revoke", "Takes a token back", [which, reason], parsed => ["revoke", parsed.GetValue(which)!, .. parsed.GetValue(reason) is { } why ? new[] { why } : []]));
    }

    private Command Sub(string word, string description, IReadOnlyList<Symbol> symbols, Func<ParseResult, IReadOnlyList<string>> words)
    {
        var sub = new Command(word, description) { TreatUnmatchedTokensAsErrors = false };
        foreach (var argument in symbols.OfType<Argument>()) sub.Add(argument);
        foreach (var option in symbols.OfType<System.CommandLine.Option>()) sub.Add(option);
        sub.SetAction((parsed, cancellation) => Faults.ToldAsync(() => SayAsync(words(parsed), parsed.UnmatchedTokens, cancellation)));
        return sub;
    }

    private async Task<int> SayAsync(IReadOnlyList<string> words, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var builder = Shell.Builder(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        if (!Directory.Exists(settings.DataDirectory)) return await FailedAsync($"There is no data directory {settings.DataDirectory}. Say where it is: --Store:Path=…");
        try
        {
            // Composed but never started: nothing listens, and nothing is kept or sealed meanwhile.
            await using var app = compose(builder, settings);
            var line = string.Join(' ', words.Select(word => word.StartsWith("--", StringComparison.Ordinal) ? word : LineWriter.Quote(word)).Prepend("token"));
            var reply = await app.Services.GetRequiredService<IncidentDesk>().HearAsync(new Heard(line, Operator.Person, Operator.Via, IncidentId.House), cancellation);
            if (!reply.Refused) await Console.Out.WriteLineAsync(reply.InFull());
            else await Console.Error.WriteLineAsync(reply.Text);
            return reply.Refused ? ExitCodes.Refused : ExitCodes.Done;
        }
        catch (StoreInUseException taken)
        {
            return await FailedAsync($"{taken.Message} A server runs on it: open its page {settings.Addresses[0].TrimEnd('/')}{PagePaths.Tokens}, or say it there: incidentbot line \"token {words[0]} …\"");
        }
    }

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [$"--{name}", value];

    private static async Task<int> FailedAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCodes.Failed;
    }
}
