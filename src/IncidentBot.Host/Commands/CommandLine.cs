using System.CommandLine;
using IncidentBot.Host.Settings;

namespace IncidentBot.Host.Commands;

/// <summary>What can be typed behind the program's name. Without a word it serves.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments say; the result is the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
    {
        var root = new RootCommand("IncidentBot runs an incident in chat, from the first alert to the closed review.");
        var serve = new ServeCommand(compose);
        root.Add(serve);
        root.Add(new DemoCommand(compose));
        root.Add(new VerifyCommand(compose));
        root.Add(new ExportCommand(compose));
        root.Add(new BackupCommand(compose));
        root.Add(new RestoreCommand());
        root.Add(new TokenCommand(compose));
        root.Add(new DoctorCommand(compose));
        root.Add(new LineCommand());
        root.TreatUnmatchedTokensAsErrors = false;
        root.Action = serve.Action;

        // "@ana" is a person, not a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Misspelt(parsed, root) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCodes.Failed;
        }
        // The web host stops on signals by itself, and faults have sentences of our own.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static string? Misspelt(ParseResult parsed, RootCommand root)
    {
        if (parsed.Errors.Count > 0) return $"{parsed.Errors[0].Message} Type --help for all that can be said.";
        var word = parsed.CommandResult.Command is not (VerifyCommand or ExportCommand or BackupCommand or RestoreCommand) && parsed.UnmatchedTokens.Count > 0 && !parsed.UnmatchedTokens[0].StartsWith('-') ? parsed.UnmatchedTokens[0] : null;
        return word is null ? null : $"I do not know “{word}”. Did you mean {Spelling.Nearest(word, root.Subcommands.Select(command => command.Name))}? Type --help for all that can be said.";
    }
}

/// <summary>What the program's end tells whoever started it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Refused = 2;
}
