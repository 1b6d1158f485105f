using IncidentBot.Chat.Slack.Speaking.Likenesses;
using IncidentBot.Chat.Slack.Speaking.Opening;
using IncidentBot.Chat.Slack.Speaking.Saying;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Speaking;

/// <summary>Slack as a chat like any other: a channel per incident, in which the bot speaks for those who are elsewhere.</summary>
internal sealed class SlackChat(
    RoomOpening opening, Announcements announcements, RoomTelling telling, PersonTelling direct, RoomLikenesses likenesses, Inviting inviting, Archiving archiving, Forgetting forgetting, SlackStanding standing)
    : ITellsRooms, ITellsPeople, IRedraws, IInvites, IArchives, IForgets, IKnowsItsStanding
{
    /// <inheritdoc/>
    public string Name => SlackNames.Chat;

    /// <inheritdoc/>
    public ChatStanding Standing => standing.Now;

    /// <inheritdoc/>
    public ValueTask<OpenedRoom> OpenRoomAsync(Incident incident, Attempt attempt, CancellationToken cancellation) => opening.OpenAsync(incident, attempt, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentEvent>> AnnounceAsync(Incident incident, Attempt attempt, CancellationToken cancellation) => announcements.AnnounceAsync(incident, attempt, cancellation);

    /// <inheritdoc/>
    public ValueTask<string?> TellAsync(Telling word, CancellationToken cancellation) => telling.TellAsync(word, cancellation);

    /// <inheritdoc/>
    public ValueTask TellAsync(Person person, Telling word, CancellationToken cancellation) => direct.TellAsync(person, word, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IncidentEvent>> RedrawAsync(Incident incident, CancellationToken cancellation) =>
        [.. await announcements.RedrawAsync(incident, cancellation), .. await likenesses.RedrawAsync(incident, cancellation)];

    /// <inheritdoc/>
    public ValueTask<string?> InviteAsync(Incident incident, Person person, CancellationToken cancellation) => inviting.InviteAsync(incident, person, cancellation);

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Incident incident, Person person, CancellationToken cancellation) => inviting.RemoveAsync(incident, person, cancellation);

    /// <inheritdoc/>
    public ValueTask ArchiveAsync(Incident incident, CancellationToken cancellation) => archiving.ArchiveAsync(incident, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentEvent>> ForgetAsync(Incident incident, int entry, IReadOnlyList<string> identities, CancellationToken cancellation) =>
        forgetting.ForgetAsync(entry, identities, cancellation);
}
