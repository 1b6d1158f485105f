using IncidentBot.Host.Settings;
using IncidentBot.Ports;
using Microsoft.AspNetCore.Connections;

namespace IncidentBot.Host.Commands;

/// <summary>Tells what kept the program from its work in sentences for the operator, and ends it with exit code 1.</summary>
internal static class Faults
{
    public static async Task<int> ToldAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return ExitCodes.Failed;
        }
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        SettingsException or StoreUnavailableException or StoreFencedException => fault.Message,
        IOException { InnerException: AddressInUseException } => $"{fault.Message.TrimEnd('.')}. Stop the program that uses it, or set Listen to another port: --Listen=http://127.0.0.1:5081",
        _ => null,
    };
}
