using IncidentBot.Web.Guards;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>The addresses to listen on: this machine only, unless people sign in; and over a network only so that nobody on the way can listen too.</summary>
internal static class ListenAddresses
{
    private const string Setting = nameof(HouseSettings.Listen);

    /// <summary>The addresses, each checked.</summary>
    public static string[] Of(HouseSettings house, StartupFaults faults)
    {
        var addresses = house.Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0) faults.Add(Setting, "There is no address to listen on. Write http://127.0.0.1:5080.");
        foreach (var address in addresses)
            if (Fault(address, house) is { } sentence) faults.Add(Setting, sentence);
        return addresses;
    }

    /// <summary>True for an address that only this machine can reach.</summary>
    public static bool IsLocal(string address) => Read(address) is { } read && Loopback.Is(read.Host);

    private static string? Fault(string address, HouseSettings house)
    {
        if (Read(address) is not { IsUnixPipe: false, IsNamedPipe: false, Scheme: "http" or "https", PathBase: "" } read || read.Port is < 0 or > 65_535)
            return $"“{Words.Brief(address, 60)}” is not an address that can be listened on. Write http://127.0.0.1:5080.";
        if (read.Scheme == "https" && string.IsNullOrEmpty(house.Certificate.Path))
            return $"{address} needs a certificate. Set Certificate:Path to its file (PEM with Certificate:KeyPath, or PFX).";
        if (Loopback.Is(read.Host)) return null;
        if (string.IsNullOrEmpty(house.SignIn.Authority))
            return $"{address} would open IncidentBot to the network, and it could not ask who is there: sign-in is not set up. Set SignIn:Authority and PublicUrl, "
                + "or listen on http://127.0.0.1:5080 and come through an SSH tunnel: ssh -L 5080:127.0.0.1:5080 <this machine>.";
        return read.Scheme == "http" && house.Proxies.Count == 0
            ? $"{address} would carry sessions over the network in the clear. Write https:// and set Certificate:Path, or name the reverse proxy in front in Proxies."
            : null;
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
}
