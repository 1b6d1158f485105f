using System.Net.Sockets;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Ports;
using IncidentBot.Stores.Backups;
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
        catch (Exception fault) when (fault is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync(Sentence(fault));
            return ExitCodes.Failed;
        }
    }

    private static string Sentence(Exception fault) => fault switch
    {
        SettingsException or StoreUnavailableException or StoreFencedException => fault.Message,
        BackupRefusedException or BackupFailedException or RestoreRefusedException or RestoreFailedException => fault.Message,
        IOException { InnerException: AddressInUseException } => $"{fault.Message.TrimEnd('.')}. Stop the program that uses it, or set Listen to another port: --Listen=http://127.0.0.1:5081",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "This account may not listen on that port. Set Listen to one above 1023: --Listen=http://127.0.0.1:5080",
        SocketException => $"The address to listen on cannot be used: {fault.Message}. Set Listen to another one: --Listen=http://127.0.0.1:5080",
        _ => $"IncidentBot stopped because of something that was not foreseen. What was acknowledged is safe.\n{fault}",
    };
}
