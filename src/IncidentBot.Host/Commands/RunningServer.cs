using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Host.Settings;

namespace IncidentBot.Host.Commands;

/// <summary>A server that runs on a data directory, as it tells of itself in <c>server.json</c> there. Whoever can read that file can read everything else too.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Pid">Its process.</param>
/// <param name="Token">What proves that somebody read this.</param>
internal sealed record RunningServer(string Address, int Pid, string Token)
{
    public const string Name = "server.json";

    /// <summary>The server, if one says that it runs here. One that was killed still says so.</summary>
    public static RunningServer? Find(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, Name)), RunningJson.Default.RunningServer) is { Address: not null, Token: not null } found
                && Uri.IsWellFormedUriString(found.Address, UriKind.Absolute) ? found : null;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for the data directory that the settings name where the command is typed.</summary>
    public static RunningServer? OfSettings() =>
        Find(Path.GetFullPath(Shell.Builder([]).Configuration[$"{nameof(HouseSettings.Store)}:{nameof(StoreSettings.Path)}"] ?? new StoreSettings().Path));

    /// <summary>Writes it down for this account's eyes only.</summary>
    public void Write(string directory)
    {
        var path = Path.Combine(directory, Name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Never a half one, and never with the permissions of one that lay there.
        var unfinished = $"{path}.{Pid}";
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, options)) JsonSerializer.Serialize(file, this, RunningJson.Default.RunningServer);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Removes it when the server stops.</summary>
    public static void Remove(string directory) => File.Delete(Path.Combine(directory, Name));

    /// <summary>A client that asks it, and proves itself. It waits as long as the answer takes.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        BaseAddress = new Uri(Address),
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunningServer))]
internal sealed partial class RunningJson : JsonSerializerContext;
