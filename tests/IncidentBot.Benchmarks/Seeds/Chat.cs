using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Benchmarks.Seeds;

/// <summary>What people write in an incident's room: about 240 characters a message.</summary>
internal static class Chat
{
    private const string Words =
        "the checkout service answers with errors since the last deployment and the payment queue grows, we are rolling back now and watch the error rate "
        + "of the European region, Ben looks at the database, Cleo writes to customers, next check in five minutes ";

    /// <summary>A message, each a little different.</summary>
    public static string Text(int number) => $"{Words[(number % 40)..][..200]} (message {number:000,000,000} of the evening)";

    /// <summary>The entry of a message.</summary>
    public static NewEntry Entry(int number) => Entry(new MessagePosted(Text(number)), number % 3 == 0 ? Cast.Ana : Cast.Ben);

    /// <summary>The entry of an event that owes nobody anything.</summary>
    public static NewEntry Entry(IncidentEvent happened, Person by) => new(
        Microseconds.Cut(TimeProvider.System.GetUtcNow()), by, "api", StoredEvents.KindOf(happened), StoredEvents.Write(happened, []));

    /// <summary>A key as the API makes it, never used before.</summary>
    public static IdempotencyKey NewKey() => new($"api:web:ana:{Guid.NewGuid():N}", 1);
}
