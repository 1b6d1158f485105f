namespace IncidentBot;

/// <summary>The desk, where people are met.</summary>
public sealed partial class IncidentDesk
{
    private const string ViaMeeting = "worker";

    /// <summary>
    /// Tells the desk of somebody for whom a sign-in provider or a chat vouches, with the e-mail address that it has verified:
    /// whoever else signed in with that address is the same person from now on, and an event of the house says so.
    /// </summary>
    /// <param name="who">Who was met.</param>
    /// <param name="verifiedEmail">Their address; null when none is verified, and nothing follows then.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask MeetAsync(Person who, string? verifiedEmail, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(verifiedEmail)) return;
        var command = new LinkByEmail(who, verifiedEmail.Trim());
        // Each round links one more account of the same address; the last one finds none.
        while (command.Twin((await shelf.GetAsync(IncidentId.House, cancellation)).People) is not null)
        {
            var result = await recorder.DecideAsync(IncidentId.House, command, verb: null, Person.Bot, ViaMeeting, key: null, await HouseAsync(cancellation), cancellation);
            if (result.Outcome is not Ports.AppendOutcome.Appended) return;
        }
    }
}
