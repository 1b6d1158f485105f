using System.Net;
using System.Net.Sockets;
using IncidentBot.Host.Settings;

namespace IncidentBot.Host.Demo;

/// <summary>Where a demo listens when nobody said where: the usual address, or the next port that is free.</summary>
internal static class DemoAddress
{
    private const int MostPorts = 20;

    private static readonly Uri Usual = new(new HouseSettings().Listen);

    /// <summary>The port that is usual.</summary>
    public static int UsualPort => Usual.Port;

    /// <summary>The address.</summary>
    public static string Free() => new UriBuilder(Usual) { Port = Enumerable.Range(UsualPort, MostPorts).FirstOrDefault(IsFree, UsualPort) }.Uri.GetLeftPart(UriPartial.Authority);

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
