using Microsoft.Playwright;

namespace IncidentBot.Scenarios.Browser;

/// <summary>The screens that pages are looked at on: a bright desk and a dark phone by default, all four with INCIDENTBOT_TESTS=full.</summary>
internal static class Screens
{
    public static IEnumerable<TestCaseData> All => Environment.GetEnvironmentVariable("INCIDENTBOT_TESTS") == "full"
        ? [Screen(ColorScheme.Light, false), Screen(ColorScheme.Dark, true), Screen(ColorScheme.Dark, false), Screen(ColorScheme.Light, true)]
        : [Screen(ColorScheme.Light, false), Screen(ColorScheme.Dark, true)];

    private static TestCaseData Screen(ColorScheme scheme, bool phone) => new(scheme, phone);
}
