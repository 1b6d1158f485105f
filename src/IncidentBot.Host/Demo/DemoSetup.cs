using IncidentBot.Web.WarRoom;

namespace IncidentBot.Host.Demo;

/// <summary>Puts the demo into the host.</summary>
internal static class DemoSetup
{
    /// <summary>Registers the play; with a clock of its own it is played without waiting.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, DemoClock? clock)
    {
        services.AddSingleton(new Invitation(DemoIsPlayedHere: true)).AddSingleton<DemoPlayer>();
        return clock is null
            ? services.AddSingleton<IPace, HumanPace>()
            : services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton<IPace, FastPace>();
    }
}
