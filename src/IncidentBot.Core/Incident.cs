using System.Collections.Immutable;

namespace IncidentBot;

/// <summary>An incident as it stands: the fold of its timeline. It holds ids and numbers, not the texts of its messages.</summary>
public sealed record Incident(IncidentId Id)
{
    /// <summary>The number of its last entry; 0 when nothing is recorded.</summary>
    public int Number { get; init; }

    /// <summary>What it is about.</summary>
    public string Title { get; init; } = "";

    /// <summary>Reliability or security.</summary>
    public IncidentType Type { get; init; }

    /// <summary>True when it is an exercise: it counts nowhere, and nothing of it goes beyond the rooms.</summary>
    public bool IsDrill { get; init; }

    /// <summary>How bad it is now.</summary>
    public Severity Severity { get; init; } = new(3);

    /// <summary>How bad it has been at worst.</summary>
    public Severity Peak { get; init; } = new(9);

    /// <summary>Where it stands.</summary>
    public Stage Stage { get; init; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StageSince { get; init; }

    /// <summary>Since when people work on it: the declaration, or the last reopening.</summary>
    public DateTimeOffset WorkSince { get; init; }

    /// <summary>How often it was reopened.</summary>
    public int Reopened { get; init; }

    /// <summary>The services that it hurts, as they were named.</summary>
    public ImmutableList<string> Services { get; init; } = [];

    /// <summary>When it was declared.</summary>
    public DateTimeOffset DeclaredAt { get; init; }

    /// <summary>Who declared it; null for the house.</summary>
    public Person? DeclaredBy { get; init; }

    /// <summary>When the trouble began, as far as is known.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When customers were whole again; null while they are not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When it was closed, cancelled or merged; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The stages that it came to, in order: each holds until the next.</summary>
    public ImmutableList<Turn<Stage>> Stages { get; init; } = [];

    /// <summary>The severities that it had, in order: each holds until the next.</summary>
    public ImmutableList<Turn<Severity>> Severities { get; init; } = [];

    /// <summary>Who held which role from when to when, in order.</summary>
    public ImmutableList<RoleTenure> Tenures { get; init; } = [];

    /// <summary>When somebody first took it up: a role, a place among the responders, or its triage; null while nobody has.</summary>
    public Milestone? TakenUp { get; init; }

    /// <summary>When the first of its alerts began to fire, and the entry that attached it; null while none is attached.</summary>
    public Milestone? FirstAlert { get; init; }

    /// <summary>Alerts that are attached to it, by fingerprint.</summary>
    public ImmutableDictionary<string, AttachedAlert> Alerts { get; init; } = ImmutableDictionary<string, AttachedAlert>.Empty;

    /// <summary>In the house: alerts that were proposed in the general room, by fingerprint.</summary>
    public ImmutableDictionary<string, ProposedAlert> Proposals { get; init; } = ImmutableDictionary<string, ProposedAlert>.Empty;

    /// <summary>In the house: whom it knows.</summary>
    public PeopleBook People { get; init; } = PeopleBook.Empty;

    /// <summary>In the house: its rules as they were recorded last; null while they were always the customary ones.</summary>
    public PolicyNote? Rules { get; init; }

    /// <summary>Where its review stands; null while no review is due.</summary>
    public ReviewNote? Review { get; init; }

    /// <summary>The incident that it goes on in; null unless merged.</summary>
    public IncidentId? MergedInto { get; init; }

    /// <summary>The incidents that go on in this one.</summary>
    public ImmutableSortedSet<IncidentId> Absorbed { get; init; } = [];

    /// <summary>True when only members see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Who sees it when it is private; kept up to date also while it is not.</summary>
    public ImmutableHashSet<PersonId> Members { get; init; } = [];

    /// <summary>Who has taken part, by identity; in the house, the people it knows.</summary>
    public ImmutableDictionary<PersonId, Person> Responders { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>Who asked to hear of its turns.</summary>
    public ImmutableDictionary<PersonId, Person> Subscribers { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>Who holds which role now.</summary>
    public ImmutableDictionary<string, ImmutableList<RoleHolder>> Roles { get; init; } = ImmutableDictionary<string, ImmutableList<RoleHolder>>.Empty;

    /// <summary>The role that waits to be taken over; null when none does.</summary>
    public PendingHandoff? Handoff { get; init; }

    /// <summary>The impact as it was last stated; null when it was not.</summary>
    public Impact? Impact { get; init; }

    /// <summary>The entry that stated the impact last; 0 while it was not stated.</summary>
    public int ImpactEntry { get; init; }

    /// <summary>Decisions, by the number of their entry.</summary>
    public ImmutableList<DecisionNote> Decisions { get; init; } = [];

    /// <summary>Follow-ups, numbered from 1 as people say them.</summary>
    public ImmutableList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The last update to each audience.</summary>
    public ImmutableDictionary<Audience, UpdateNote> Updates { get; init; } = ImmutableDictionary<Audience, UpdateNote>.Empty;

    /// <summary>How often each reminder has fallen since it last made sense, and until when it sleeps.</summary>
    public ImmutableDictionary<ReminderKind, ReminderState> Reminders { get; init; } = ImmutableDictionary<ReminderKind, ReminderState>.Empty;

    /// <summary>Promises that could not be kept for good and wait for a person.</summary>
    public ImmutableDictionary<PromiseId, BrokenPromise> BrokenPromises { get; init; } = ImmutableDictionary<PromiseId, BrokenPromise>.Empty;

    /// <summary>Rooms on chat platforms, by platform.</summary>
    public ImmutableDictionary<string, string> Rooms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What became of those of them that are not as they should be: archived, gone, or without the bot.</summary>
    public ImmutableDictionary<string, RoomFate> RoomFates { get; init; } = ImmutableDictionary<string, RoomFate>.Empty;

    /// <summary>What those of them are called that have a name beside their address.</summary>
    public ImmutableDictionary<string, string> RoomNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where the messages are that are drawn anew whenever it moves, by <see cref="CardPlaced.CardKey"/>.</summary>
    public ImmutableDictionary<string, string> Cards { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>When its rooms were left to be archived; null while they never were.</summary>
    public DateTimeOffset? RoomsLapsedAt { get; init; }

    /// <summary>Entries that people marked as key events.</summary>
    public ImmutableSortedSet<int> Highlights { get; init; } = [];

    /// <summary>Messages that were deleted.</summary>
    public ImmutableHashSet<int> DeletedMessages { get; init; } = [];

    /// <summary>Messages that were edited: their entry, and the entry that holds their newest words.</summary>
    public ImmutableDictionary<int, int> EditedMessages { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>The entry that put it on legal hold; null while it is on none.</summary>
    public int? HeldBy { get; init; }

    /// <summary>The entry that retired it; null while it is kept whole.</summary>
    public int? RetiredBy { get; init; }

    /// <summary>True once no word of people is left on its timeline.</summary>
    public bool WordsGone { get; init; }

    /// <summary>Entries whose texts were taken from the timeline for good.</summary>
    public ImmutableSortedSet<int> Redacted { get; init; } = [];

    /// <summary>Entries that were answered: their number, and the entries of the answers.</summary>
    public ImmutableDictionary<int, ImmutableList<int>> Threads { get; init; } = ImmutableDictionary<int, ImmutableList<int>>.Empty;

    /// <summary>How many messages it has.</summary>
    public int Messages { get; init; }

    /// <summary>Messages of chat platforms that are already recorded: their identity there, and their entry.</summary>
    public ImmutableDictionary<string, int> KnownMessages { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The last entry that is sealed; 0 when none is.</summary>
    public int SealedUpTo { get; init; }

    /// <summary>The last entry that is more than the bot's book-keeping.</summary>
    public int LastNews { get; init; }

    /// <summary>The last entry that is more than book-keeping and more than words: with it, how the incident stands may have changed.</summary>
    public int LastTurn { get; init; }

    /// <summary>When the last thing was recorded that is more than the bot's book-keeping.</summary>
    public DateTimeOffset LastNewsAt { get; init; }

    /// <summary>True once it was declared (always true for the house).</summary>
    public bool Exists => Number > 0 || Id.IsHouse;

    /// <summary>An incident that nothing has happened to.</summary>
    public static Incident None(IncidentId id) => new(id);

    /// <summary>The incident that a history tells of.</summary>
    public static Incident From(IncidentId id, IEnumerable<Recorded> history) => history.Aggregate(None(id), (incident, entry) => incident.After(entry));

    /// <summary>The incident after one more entry. Entries that it already has change nothing.</summary>
    public Incident After(Recorded entry)
    {
        if (entry.Number <= Number) return this;
        var after = (entry.Event.ApplyTo(this, entry) with { Number = entry.Number }).Tracing(this, entry);
        return entry.Event.Prominence == Prominence.Housekeeping
            ? after
            : after with { LastNews = entry.Number, LastNewsAt = entry.RecordedAt, LastTurn = IsMereTalk(entry.Event) ? after.LastTurn : entry.Number };
    }

    /// <summary>True when it has a room on a chat in which the bot can speak.</summary>
    public bool HasRoomOn(string chat) => Rooms.ContainsKey(chat) && !RoomFates.ContainsKey(chat);

    private static bool IsMereTalk(IncidentEvent happened) => happened is MessagePosted or MessageEdited or MessageDeleted or FileShared;

    /// <summary>Who holds a role now; empty when nobody does.</summary>
    public ImmutableList<RoleHolder> HoldersOf(string role) => Roles.GetValueOrDefault(role, []);

    /// <summary>The holder of a role who is this person, under the identity that holds it; null when the person does not hold it.</summary>
    public Person? Holding(string role, Person person) => HoldersOf(role).Find(holder => person.Is(holder.Person))?.Person;

    /// <summary>The person as they subscribed, under whichever identity; null when they have not.</summary>
    public Person? SubscriptionOf(Person person) => Subscribers.Values.FirstOrDefault(known => person.Is(known));

    /// <summary>The incident commander; null when there is none.</summary>
    public Person? Commander => HoldersOf(RoleNames.Commander).FirstOrDefault()?.Person;

    /// <summary>The incident with an answer in the thread of an entry; unchanged when there is no thread.</summary>
    public Incident WithAnswer(int? root, int answer) =>
        root is { } number ? this with { Threads = Threads.SetItem(number, Threads.GetValueOrDefault(number, []).Add(answer)) } : this;

    /// <summary>The house with this account as it is now.</summary>
    public Incident WithAccount(Account account) => this with { People = People with { Accounts = People.Accounts.With(account) } };

    /// <summary>
    /// The incident with whoever spoke among those who take part. Who speaks in a room elsewhere is let into nothing by that: that room
    /// may have been open to more people than the incident is.
    /// </summary>
    public Incident WithSpeaker(Person person, string? identity) =>
        identity is not null && IsPrivate && !Members.Contains(person.Id) ? this : WithResponder(person);

    /// <summary>The entry of a message of a chat platform, or else of the first file that was shared in it; null when neither is recorded.</summary>
    public int? EntryOf(string identity) =>
        KnownMessages.TryGetValue(identity, out var entry) ? entry
        : KnownMessages.Where(known => known.Key.StartsWith(identity + "/", StringComparison.Ordinal)).Select(known => (int?)known.Value).Min();

    /// <summary>The incident with a person among those who take part.</summary>
    public Incident WithResponder(Person person) =>
        person.IsBot ? this : this with { Responders = Responders.SetItem(person.Id, person), Members = Members.Add(person.Id) };
}
