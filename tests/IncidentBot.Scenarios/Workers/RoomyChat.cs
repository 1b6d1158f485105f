using IncidentBot.Ports;

namespace IncidentBot.Scenarios.Workers;

/// <summary>A scripted chat that has every power.</summary>
internal sealed class RoomyChat(string name) : ScriptedChat(name), ITellsRooms, ITellsPeople, IRedraws, IInvites, IArchives, IForgets
{
    /// <summary>Whether each try was said to be the first.</summary>
    public List<bool> MayBeDone { get; } = [];

    /// <summary>Why somebody cannot be invited; null when they can.</summary>
    public Func<Person, string?> NotInvited { get; set; } = _ => null;

    /// <summary>What drawing an incident gives to remember.</summary>
    public Func<Incident, IReadOnlyList<IncidentEvent>> Drawn { get; set; } = _ => [];

    public ValueTask<string?> TellAsync(Telling telling, CancellationToken cancellation)
    {
        MayBeDone.Add(telling.Attempt.MayBeDone);
        Do($"tell {telling.Incident.Id}: {telling.Entry.Sentence}", telling.Attempt.Key);
        return ValueTask.FromResult<string?>($"{Name}:{telling.Entry.Number}");
    }

    public ValueTask TellAsync(Person person, Telling telling, CancellationToken cancellation)
    {
        Do($"tell {person.Name}: {telling.Entry.Sentence}", telling.Attempt.Key + person.Id);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<IncidentEvent>> RedrawAsync(Incident incident, CancellationToken cancellation)
    {
        Do($"draw {incident.Id} {incident.Severity}", null);
        return ValueTask.FromResult(Drawn(incident));
    }

    public ValueTask<string?> InviteAsync(Incident incident, Person person, CancellationToken cancellation)
    {
        Do($"invite {person.Name} to {incident.Id}", null);
        return ValueTask.FromResult(NotInvited(person));
    }

    public ValueTask RemoveAsync(Incident incident, Person person, CancellationToken cancellation)
    {
        Do($"remove {person.Name} from {incident.Id}", null);
        return ValueTask.CompletedTask;
    }

    public ValueTask ArchiveAsync(Incident incident, CancellationToken cancellation)
    {
        Do($"archive {incident.Id}", null);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<IncidentEvent>> ForgetAsync(Incident incident, int entry, IReadOnlyList<string> identities, CancellationToken cancellation)
    {
        Do($"forget {incident.Id} {entry}: {string.Join(' ', identities)}", null);
        return ValueTask.FromResult<IReadOnlyList<IncidentEvent>>([new CopyForgotten(Name, entry)]);
    }
}
