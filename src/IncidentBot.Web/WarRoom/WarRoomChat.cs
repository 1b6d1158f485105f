using IncidentBot.Ports;

namespace IncidentBot.Web.WarRoom;

/// <summary>The war room as a chat like any other: every incident has a room in it from the first second, and the general room is where everybody reads.</summary>
public sealed class WarRoomChat(IncidentDesk desk) : IChat
{
    /// <summary>What promises and timelines call it.</summary>
    public const string ChatName = "war room";

    /// <inheritdoc/>
    public string Name => ChatName;

    /// <inheritdoc/>
    public ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, Attempt attempt, CancellationToken cancellation) => ValueTask.FromResult(new OpenedRoom($"/rooms/{incident.Id}"));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation)
    {
        await desk.RecordAsync(IncidentId.House, [new IncidentAnnounced(incident.Id)], Person.Bot, "worker", Recording.Fixed(attempt.Key), cancellation: cancellation);
        return [];
    }
}
