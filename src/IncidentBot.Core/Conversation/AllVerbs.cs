namespace IncidentBot;

/// <summary>Every verb of the product, in the order of help.</summary>
public static class AllVerbs
{
    /// <summary>The list.</summary>
    public static Verbs Create() => new(
    [
        new DeclareVerb(),
        new ListVerb(),
        new SearchVerb(),
        new InfoVerb(),
        new CatchUpVerb(),
        new JoinVerb(),
        new LeadVerb(),
        new RoleVerb(),
        new HandoffVerb(),
        new SeverityVerb(),
        new StageVerb(),
        new MoveVerb(Move.Triage, "start judging it", "investigate"),
        new MoveVerb(Move.Contain, "start stopping the bleeding", "mitigate"),
        new MoveVerb(Move.Remediate, "start mending the cause", "fix"),
        new MoveVerb(Move.Monitor, "watch that it holds"),
        new MoveVerb(Move.Resolve, "customers are whole again; the review begins", "resolved"),
        new MoveVerb(Move.Close, "done"),
        new MoveVerb(Move.Reopen, "it is not over after all"),
        new MoveVerb(Move.Cancel, "a false alarm"),
        new MoveVerb(Move.Merge, "let it go on in another incident", "duplicate"),
        new ImpactVerb(),
        new NoteVerb(),
        new DecisionVerb(),
        new UpdateVerb(),
        new FollowUpVerb(),
        new ReviewVerb(),
        new AttachVerb(),
        new PrivacyVerb(isPrivate: true),
        new PrivacyVerb(isPrivate: false),
        new MemberVerb(),
        new SnoozeVerb(),
        new PinVerb(marks: true),
        new PinVerb(marks: false),
        new EditVerb(),
        new DeleteVerb(),
        new RetryVerb(),
        new ReplayVerb(),
        new ExportVerb(),
        new MetricsVerb(),
        new VerifyVerb(),
        new PeopleVerb(),
        new HelpVerb(),
    ]);
}
