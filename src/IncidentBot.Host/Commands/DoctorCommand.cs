using IncidentBot.Chat.Slack;
using IncidentBot.Host.Commands.Doctor;
using IncidentBot.Host.Settings;
using IncidentBot.Host.Settings.Reading;
using IncidentBot.Ports;

namespace IncidentBot.Host.Commands;

using Command = System.CommandLine.Command;

/// <summary><c>doctor</c>: examines the settings, the data directory and the platforms, and says what to do.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Func<WebApplicationBuilder, SettingsPage, WebApplication> compose;

    public DoctorCommand(Func<WebApplicationBuilder, SettingsPage, WebApplication> compose)
        : base("doctor", "Examines the settings, the data directory and the platforms that are set up, and says what to do. Exit code 1 when anything is wrong. Settings may follow, as with serve.")
    {
        this.compose = compose;
        TreatUnmatchedTokensAsErrors = false;
        SetAction((parsed, cancellation) => Faults.ToldAsync(() => ExamineAsync([.. parsed.UnmatchedTokens], cancellation)));
    }

    private async Task<int> ExamineAsync(string[] arguments, CancellationToken cancellation)
    {
        var report = new DoctorsReport(Console.Out);
        report.Begin("Settings");
        if (Read(arguments, report) is not var (builder, settings)) return report.End();
        await using var platforms = Platforms(settings);
        foreach (var checkup in platforms.GetServices<ICheckup>().Prepend(new DataCheckup(settings.DataDirectory, () => compose(builder, settings))))
        {
            report.Begin(checkup.Part);
            await foreach (var finding in checkup.ExamineAsync(cancellation)) report.Tell(finding);
        }
        return report.End();
    }

    // Without the rest of the house: whoever runs on the data directory is left alone.
    private static ServiceProvider Platforms(SettingsPage settings) => new ServiceCollection()
        .AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new PolicyBook(settings.Policy)).AddSlack(settings.House.Slack, settings.PublicAddress).BuildServiceProvider();

    private static (WebApplicationBuilder Builder, SettingsPage Settings)? Read(string[] arguments, DoctorsReport report)
    {
        try
        {
            var builder = Shell.Builder(arguments);
            builder.Logging.SetMinimumLevel(LogLevel.None).AddFilter(null, LogLevel.None);
            var settings = SettingsPage.Read(builder.Configuration, AllVerbs.Create());
            report.Tell(Finding.Well("They are sound."));
            return (builder, settings);
        }
        catch (SettingsException faulty)
        {
            report.Tell(Finding.Wrong(faulty.Message));
            return null;
        }
    }
}
