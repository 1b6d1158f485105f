namespace IncidentBot.Adapters.Tests.Stores;

/// <summary>How much of a heavy test is done: a share by default, all of it with INCIDENTBOT_TESTS=full.</summary>
internal static class TestAmount
{
    internal static bool IsFull => Environment.GetEnvironmentVariable("INCIDENTBOT_TESTS") == "full";

    internal static int Of(int usual, int full) => IsFull ? full : usual;
}
