namespace IncidentBot.TestKit;

/// <summary>Given events, when a command, then events: an incident that is folded as it goes, at a clock that the test moves.</summary>
public sealed class Story
{
    /// <summary>When every story begins.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The incident as it stands.</summary>
    public Incident Incident { get; private set; } = Incident.None(new IncidentId(1));

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; private set; } = Begin;

    /// <summary>The house rules.</summary>
    public Policy Policy { get; init; } = DefaultPolicy.Create();

    /// <summary>What else is going on.</summary>
    public House House { get; init; } = House.Empty;

    /// <summary>Everything recorded so far.</summary>
    public List<Recorded> Entries { get; } = [];

    /// <summary>An incident that Ana declared: SEV3 unless said otherwise.</summary>
    public static Story Declared(int severity = 3, IncidentType type = IncidentType.Reliability, bool isPrivate = false) =>
        new Story().Given(Cast.Ana, new IncidentDeclared("Checkout is down", new Severity(severity), type, isPrivate, [], null));

    /// <summary>One that Ana commands, in triage, its impact stated and an update sent.</summary>
    public static Story Triaged(int severity = 3) => Declared(severity)
        .Given(Cast.Ana, new RoleAssigned("commander", "Incident commander", Cast.Ana))
        .Given(Cast.Ana, new StageChanged(Stage.Identification, Stage.Triage, Move.Triage, null))
        .Given(Cast.Ana, new ImpactStated(new Impact("nobody can pay", null, Begin, null, DataExposure.Unknown)))
        .Given(Cast.Ana, new UpdateSent(Audience.Internal, "looking", null, Begin.AddMinutes(60)));

    /// <summary>Something has happened.</summary>
    public Story Given(Person by, params IReadOnlyList<IncidentEvent> events)
    {
        foreach (var happened in events)
        {
            var entry = new Recorded(Incident.Id, Incident.Number + 1, Incident.Number + 1, Now, Now, by, "test", "", happened, [], EntryHash.Zero, EntryHash.Zero);
            Entries.Add(entry);
            Incident = Incident.After(entry);
        }
        return this;
    }

    /// <summary>Time goes by.</summary>
    public Story After(TimeSpan span)
    {
        Now += span;
        return this;
    }

    /// <summary>What somebody's command leads to.</summary>
    public Decision When(Person by, Command command)
    {
        var entry = command is IAboutEntry about ? Entries.Find(known => known.Number == about.Entry) : null;
        return command.Decide(Incident, new Circumstances(by, Now, Policy, House, entry));
    }

    /// <summary>The command leads to these events, which then have happened.</summary>
    public Story Does(Person by, Command command)
    {
        var decision = When(by, command);
        return decision is Decision.Accepted accepted
            ? Given(by, accepted.Events)
            : throw new InvalidOperationException($"{command} was refused: {(decision as Decision.Refused)?.Because}");
    }

    /// <summary>The sentence with which a command is refused.</summary>
    public string Refusal(Person by, Command command) => When(by, command) is Decision.Refused refused
        ? refused.Because
        : throw new InvalidOperationException($"{command} was not refused.");
}
