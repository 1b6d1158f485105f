using System.CommandLine;
using IncidentBot.Host.Demo;
using IncidentBot.Host.Settings;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>demo</c>: the same server on a fresh timeline, and a scripted incident that is played in its war room.</summary>
internal sealed class DemoCommand : Command
{
    private const string Listen = nameof(HouseSettings.Listen);
    private const string StorePath = "Store:Path";

    private readonly Option<string?> keep = new("--keep") { Description = "A new directory in which the demo's timeline stays; otherwise it is removed at the end" };
    private readonly Option<bool> fast = new("--fast") { Description = "Plays it without waiting" };
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public DemoCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("demo", "Plays an incident of five minutes in a war room of its own, on a fresh timeline. It reads no settings but those that follow: --Listen=http://127.0.0.1:5081")
    {
        this.compose = compose;
        Add(keep);
        Add(fast);
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => PlayAsync(parsed, cancellation)));
    }

    private async Task<int> PlayAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var builder = Shell.ArgumentsBuilder([.. parsed.UnmatchedTokens]);
        var kept = parsed.GetValue(keep);
        var fault = builder.Configuration[StorePath] is null ? DemoPlace.Fault(kept) : "A demo is played on a fresh timeline of its own, never on yours. Leave Store:Path away; --keep <directory> keeps what was played.";
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCodes.Failed;
        }
        using (var place = DemoPlace.Make(kept)) await ServeAsync(builder, place.Directory, parsed.GetValue(fast), cancellation);
        if (kept is not null) await Console.Out.WriteLineAsync($"The demo's timeline is kept. Serve it with --Store:Path={kept}");
        return ExitCodes.Done;
    }

    private async Task ServeAsync(WebApplicationBuilder builder, string directory, bool isFast, CancellationToken cancellation)
    {
        var isChosen = builder.Configuration[Listen] is not null || builder.Configuration["urls"] is not null;
        builder.Configuration.AddInMemoryCollection([new(StorePath, directory)]);
        if (!isChosen) builder.Configuration.AddInMemoryCollection([new(Listen, DemoAddress.Free())]);
        var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
        // One calm line of our own says where to look.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("IncidentBot", LogLevel.Warning).AddFilter(typeof(Script).Namespace, LogLevel.Information);
        builder.Services.AddDemo(isFast ? new DemoClock(TimeProvider.System.GetUtcNow() - Script.Length) : null).AddHostedService<DemoWorker>();
        await Serving.RunAsync(builder, settings, (builder, settings) => Announced(compose(builder, settings), isChosen), cancellation);
    }

    private static WebApplication Announced(WebApplication app, bool isChosen)
    {
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Opening(app.Urls.First(), isChosen)));
        return app;
    }

    private static string Opening(string address, bool isChosen) =>
        $"Open {address} and watch. Type your name and join in."
        + (isChosen || new Uri(address).Port == DemoAddress.UsualPort ? "" : $" (Port {DemoAddress.UsualPort} is taken by another program.)");
}
