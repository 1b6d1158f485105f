using System.Net;

namespace IncidentBot.Web.Guards;

/// <summary>What is this machine, as a peer and as a name.</summary>
public static class Loopback
{
    /// <summary>True for a host name or address of this machine alone; other names can be made to lead here.</summary>
    public static bool Is(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && Is(address));

    /// <summary>True for an address of this machine alone.</summary>
    public static bool Is(IPAddress? address) => address is not null && IPAddress.IsLoopback(Plain(address));

    /// <summary>The address as IPv4 where it is one.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
