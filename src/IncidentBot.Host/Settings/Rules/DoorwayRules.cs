using System.Net;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Web.Guards;

namespace IncidentBot.Host.Settings.Rules;

/// <summary>How the server is reached, and what of that would not make sense, or would not be safe.</summary>
internal static class DoorwayRules
{
    private const string PublicUrl = nameof(HouseSettings.PublicUrl);
    private const string Proxies = nameof(HouseSettings.Proxies);
    private const string Example = "https://incidents.example.com";

    /// <summary>The doorway.</summary>
    /// <param name="house">The settings.</param>
    /// <param name="addresses">Where it listens.</param>
    /// <param name="faults">What is wrong.</param>
    public static Doorway Of(HouseSettings house, string[] addresses, StartupFaults faults)
    {
        var asks = house.SignIn.Authority is not null;
        var speaksHttps = addresses.Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        var doorway = new Doorway { AsksWhoIsThere = asks, PublicUrl = UrlOf(house.PublicUrl, faults), Proxies = ProxiesOf(house.Proxies, asks, faults) };
        if (!string.IsNullOrEmpty(house.Certificate.Path) && !speaksHttps) faults.Add("Certificate:Path", "No address in Listen is https. Write https://0.0.0.0:443 there, or leave Certificate away.");
        if (PublicFault(doorway, house, addresses, speaksHttps) is { } sentence) faults.Add(PublicUrl, sentence);
        return doorway;
    }

    private static string? PublicFault(Doorway doorway, HouseSettings house, string[] addresses, bool speaksHttps) => doorway switch
    {
        { AsksWhoIsThere: true, PublicUrl: null } when string.IsNullOrEmpty(house.PublicUrl) && (house.Proxies.Count > 0 || !addresses.All(ListenAddresses.IsLocal)) =>
            $"Under which address do people come? Write {Example}: links begin with it, and no other host is answered.",
        { AsksWhoIsThere: false, PublicUrl: { } own } when !Loopback.Is(own.Host) => "Without sign-in nobody can come that way. Set SignIn:Authority too, or leave PublicUrl away.",
        { AsksWhoIsThere: true, IsSecure: true } when !speaksHttps && house.Proxies.Count == 0 =>
            "Nothing here speaks https. Name the reverse proxy in front in Proxies, or set Certificate:Path and write an https address in Listen.",
        _ => null,
    };

    private static Uri? UrlOf(string? written, StartupFaults faults)
    {
        if (string.IsNullOrEmpty(written)) return null;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            faults.Add(PublicUrl, $"“{Words.Brief(written, 60)}” is no address of a server. Write {Example}, without a path.");
        else if (url.Scheme == Uri.UriSchemeHttp && !Loopback.Is(url.Host))
            faults.Add(PublicUrl, $"{written} would carry sessions over the network in the clear. Write https://{url.Authority}.");
        else return url;
        return null;
    }

    private static List<IPNetwork> ProxiesOf(List<string> written, bool asks, StartupFaults faults)
    {
        var networks = new List<IPNetwork>();
        if (written.Count > 0 && !asks) faults.Add(Proxies, "Without sign-in IncidentBot answers its own machine alone, and not through a proxy. Set SignIn:Authority, or leave Proxies away.");
        foreach (var text in written)
        {
            if (NetworkOf(text) is not { } network) faults.Add(Proxies, $"“{Words.Brief(text, 60)}” is neither an address nor a range of them. Write 10.0.0.5 or 10.0.0.0/24.");
            else if (network.PrefixLength == 0) faults.Add(Proxies, $"{text} is everybody, so that anybody could say for whom they ask. Name the proxy's own address.");
            else networks.Add(network);
        }
        return networks;
    }

    private static IPNetwork? NetworkOf(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}
