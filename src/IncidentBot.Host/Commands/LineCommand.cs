using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>line "…"</c>: says a line to a running server, for scripts and for whoever has only a terminal.</summary>
internal sealed class LineCommand : Command
{
    private const string UsualAddress = "http://127.0.0.1:5080";

    /// <summary>Where a token can stand that is not to be seen in a list of processes.</summary>
    public const string TokenVariable = "INCIDENTBOT_TOKEN";

    private readonly Argument<string[]> line = new("line") { Description = "The line, as it would be typed: \"declare Checkout is down\"", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> by = new("--by") { Description = "Who says it; you when left out, or the token's own bearer" };
    private readonly Option<string?> room = new("--room") { Description = "The incident whose room it is said in: INC-1" };
    private readonly Option<string?> key = new("--key") { Description = "The same key again changes nothing and gives the first answer" };
    private readonly Option<string?> url = new("--url") { Description = "Where the server is; the one that runs on the data directory of the settings when left out" };

    private readonly Option<string?> token = new("--token") { Description = $"The token that opens the server; {TokenVariable} when left out" };

    public LineCommand() : base("line", "Says a line to a running server and prints the reply. Exit code 2 when it is refused.")
    {
        Add(line);
        Add(by);
        Add(room);
        Add(key);
        Add(url);
        Add(token);
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => SayAsync(parsed, cancellation)));
    }

    private async Task<int> SayAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var carried = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable);
        var running = parsed.GetValue(url) is null ? RunningServer.OfSettings() : null;
        var server = running?.Address ?? parsed.GetValue(url) ?? UsualAddress;
        var request = new LineSaid(string.Join(' ', parsed.GetValue(line)!), parsed.GetValue(by) ?? (string.IsNullOrEmpty(carried) ? Environment.UserName : null), parsed.GetValue(room), parsed.GetValue(key));
        try
        {
            using var client = running?.Client() ?? new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
            if (!string.IsNullOrEmpty(carried)) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", carried);
            using var answer = await client.PostAsJsonAsync(new Uri(new Uri(server), "/api/lines"), request, LineJson.Default.LineSaid, cancellation);
            if (answer.IsSuccessStatusCode) return await TellAsync((await answer.Content.ReadFromJsonAsync(LineJson.Default.LineAnswered, cancellation))!);
            var problem = await answer.Content.ReadFromJsonAsync(LineJson.Default.LineProblem, cancellation);
            await Console.Error.WriteLineAsync(problem?.Detail ?? $"The server answered {(int)answer.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException or UriFormatException)
        {
            await Console.Error.WriteLineAsync($"No IncidentBot answers at {server}. Start one with `incidentbot serve`, or say where it is with --url.");
        }
        return ExitCodes.Failed;
    }

    private static async Task<int> TellAsync(LineAnswered answered)
    {
        await Console.Out.WriteLineAsync(answered.Reply);
        return answered.Refused ? ExitCodes.Refused : ExitCodes.Done;
    }
}

/// <summary>What is sent to the server.</summary>
internal sealed record LineSaid(string Line, string? By, string? Room, string? Key);

/// <summary>What it answers.</summary>
internal sealed record LineAnswered(string Reply, bool Refused);

/// <summary>Why it does not.</summary>
internal sealed record LineProblem(string? Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LineSaid))]
[JsonSerializable(typeof(LineAnswered))]
[JsonSerializable(typeof(LineProblem))]
internal sealed partial class LineJson : JsonSerializerContext;
