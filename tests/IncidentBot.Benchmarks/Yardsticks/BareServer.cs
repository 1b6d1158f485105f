using System.Text.Json.Serialization;
using IncidentBot.Benchmarks.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Benchmarks.Yardsticks;

/// <summary>A bare ASP.NET Core program that reads the same messages and answers 201 with as much, but does nothing with them.</summary>
internal static class BareServer
{
    /// <summary>The word that makes this program be it.</summary>
    public const string Word = "bare-server";

    /// <summary>Starts it in a process of its own.</summary>
    public static RunningProgram Start()
    {
        var address = RunningProgram.FreeAddress();
        return RunningProgram.Start(Path.Combine(AppContext.BaseDirectory, typeof(BareServer).Assembly.GetName().Name!), address, ready: "", first: "", Word, address.ToString());
    }

    /// <summary>Serves until it is stopped.</summary>
    public static async Task<int> ServeAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, BareJson.Default));
        await using var app = builder.Build();
        var number = 0;
        app.MapGet("/", () => "It works.");
        app.MapPost("/api/incidents/{incident}/messages", (string incident, BareMessage message) =>
            TypedResults.Created($"/api/incidents/{incident}/timeline", Answer(message, Interlocked.Increment(ref number))));
        BareSlackDoor.Map(app);
        await app.RunAsync();
        return 0;
    }

    private static BareEntry Answer(BareMessage message, int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new BareEntry(number, now, now, message.By, "api", "MessagePosted", $"{message.By} said: {message.Text}", new BareData(message.Text), new string('0', 64));
    }
}

internal sealed record BareMessage(string By, string Text, string? Key);

internal sealed record BareData(string Text);

internal sealed record BareEntry(
    int Number, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, string By, string Via, string Kind, string Sentence, BareData Data, string Hash);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BareMessage))]
[JsonSerializable(typeof(BareEntry))]
internal sealed partial class BareJson : JsonSerializerContext;
