using System.Net;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>The addresses to listen on: this machine only, until the program can ask who is there.</summary>
internal static class ListenAddresses
{
    private const string Setting = nameof(HouseSettings.Listen);

    /// <summary>The addresses, each checked.</summary>
    public static string[] Of(string setting, StartupFaults faults)
    {
        var addresses = setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0) faults.Add(Setting, "There is no address to listen on. Write http://127.0.0.1:5080.");
        foreach (var address in addresses)
            if (Fault(address) is { } sentence) faults.Add(Setting, sentence);
        return addresses;
    }

    private static string? Fault(string address)
    {
        if (Read(address) is not { IsUnixPipe: false, IsNamedPipe: false, Scheme: "http", PathBase: "" } read || read.Port is < 0 or > 65_535)
            return $"“{Words.Brief(address, 60)}” is not an address that can be listened on. Write http://127.0.0.1:5080.";
        return IsLoopback(read.Host)
            ? null
            : $"{address} would open IncidentBot to the network, and it cannot ask yet who is there: sign-in does not exist. "
                + "Listen on http://127.0.0.1:5080 and come through an SSH tunnel: ssh -L 5080:127.0.0.1:5080 <this machine>.";
    }

    private static BindingAddress? Read(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
