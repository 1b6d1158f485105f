namespace IncidentBot.TestKit;

/// <summary>One event of every kind: what is approved about events (sentences, stored JSON) is approved on these.</summary>
public static class EventSamples
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly Alert Firing = new("9f86d081884c7d65", "HighErrorRate", "", Noon, "Alertmanager", null, new Dictionary<string, string> { ["severity"] = "critical" }, Digest);

    /// <summary>The samples.</summary>
    public static IReadOnlyList<IncidentEvent> All { get; } =
    [
        new IncidentDeclared("Checkout is down", new Severity(2), IncidentType.Security, true, ["checkout", "billing"], Noon),
        new StageChanged(Stage.Remediation, Stage.Triage, Move.Triage, "the fix made it worse"),
        new CriteriaOverridden(Stage.Triage, ["nobody is incident commander"], "it is three in the morning"),
        new SeverityChanged(new Severity(2), new Severity(3), "a workaround exists"),
        new IncidentsMerged(Stage.Triage, new IncidentId(7), "Payments are slow", "the same cause"),
        new IncidentAbsorbed(new IncidentId(3), "Card payments fail"),
        new RoleAssigned("commander", "Incident commander", Cast.Ben),
        new RoleAssigned("scribe", "Scribe", Cast.Ana, Claimed: true),
        new RoleReleased("scribe", "Scribe", Cast.Cleo),
        new HandoffOffered("commander", "Incident commander", Cast.Ana, Cast.Ben, "I need sleep", "INC-1 SEV2 …", Noon),
        new HandoffAccepted("commander", "Incident commander", Cast.Ana, Cast.Ben),
        new HandoffDeclined("Incident commander", Cast.Ana, Cast.Ben, "I am on a train"),
        new HandoffLapsed("Incident commander", Cast.Ana, Cast.Ben, Noon),
        new ResponderJoined(Cast.Cleo),
        new NoteAdded("the disk of db-1 is full"),
        new DecisionRecorded("roll back to v41", "v42 leaks connections", ["roll back", "fix forward"]),
        new ImpactStated(new Impact("nobody can pay", 1200, Noon, Noon.AddMinutes(40), DataExposure.No)),
        new FollowUpAdded(1, "alert on a full disk", Cast.Ben, Noon.AddDays(7)),
        new FollowUpChanged(1, Cast.Cleo, Noon.AddDays(9)),
        new FollowUpDone(1, "alert on a full disk"),
        new UpdateSent(Audience.Public, "we are on it", "status page", Noon.AddMinutes(20)),
        new PrivacyChanged(true),
        new MemberAdded(Cast.Ben),
        new MemberRemoved(Cast.Ben),
        new MessagePosted("I see 500s since 11:50", 4, "slack:T1/C1/1700.01"),
        new MessageEdited(12, "I see 502s since 11:50"),
        new MessageDeleted(12),
        new FileShared("graph.png", "image/png", 34_567, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 4),
        new EntryHighlighted(12, true, "Ana said: I see 500s"),
        new ReminderFell(ReminderKind.NoCommander, 2, 5, Noon, TimeSpan.FromMinutes(10), "nobody is incident commander yet. Who takes it?"),
        new ReminderSnoozed(ReminderKind.UpdateOverdue, Noon.AddMinutes(30)),
        new TimelineSealed(5, 42, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "00ff"),
        new IncidentAnnounced(new IncidentId(1)),
        new RoomOpened("war room", "/rooms/INC-1"),
        new PromiseKept(1, 0, "open a room in war room"),
        new PromiseBroken(1, 1, "announce the incident in war room", "it did not answer", 8),
        new PromiseRenewed(1, 1, "announce the incident in war room"),
        new VerificationFailed(["INC-2: entry 7 was changed after it was recorded."], 1),
        new BackupMade(1204, "incidentbot-20261125-104200Z", 40_000_000),
        new BackupFailed("The disk that holds /mnt/backups is full: make room there."),
        new ReviewDrafted(Noon.AddDays(3)),
        new ReviewPartWritten(ReviewPart.Factors, "The pool was *too small*.", 44),
        new ReviewPartAdded(ReviewPart.Lucky, "it was a Monday"),
        new ReviewSubmitted([Cast.Ben, Cast.Cleo], Noon.AddDays(4)),
        new ReviewFinished(),
        new ReviewReopened("a customer told us more"),
        new AlertAttached(new Alert("9f86d081884c7d65", "HighErrorRate", "Checkout answers 5 % of requests with 500", Noon, "Alertmanager", "https://prometheus.example/graph", new Dictionary<string, string> { ["severity"] = "critical", ["service"] = "checkout" }, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        new AlertCleared("9f86d081884c7d65", "HighErrorRate", Noon.AddMinutes(50), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        new AlertAttached(Firing, Rule: "payments"),
        new AlertAttached(Firing, Proposal: 12),
        new AlertProposed(Firing),
        new AlertTakenUp(12, "9f86d081884c7d65", new IncidentId(3)),
        new EntryRedacted([new RedactedEntry(12, Digest)], "a customer's card number"),
        new LegalHoldPlaced("a court asks for it"),
        new LegalHoldLifted("the case is closed"),
        new IncidentRetired("INC-1-20271125.zip", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
        new WordsLetGo(42),
        new EntryRedacted([new RedactedEntry(12, Digest), new RedactedEntry(13, Digest), new RedactedEntry(15, Digest)], "a password"),
        new EntryRedacted([.. Enumerable.Range(12, 11).Select(entry => new RedactedEntry(entry, Digest))], "older than the retention allows"),
        new MemberRemoved(Cast.Ben, [new PersonId("slack:T1/U2")]),
        new IdentityLinkOffered(Cast.Ana, "00112233445566778899aabbccddeeff", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Noon.AddMinutes(10)),
        new IdentityLinkRefused(Cast.Ben),
        new IdentitiesLinked(Cast.Ana, new Person(new PersonId("slack:T1/U1"), "Ana Ruiz"), LinkProof.Code),
        new IdentitiesLinked(new Person(new PersonId("sso:ana"), "Ana Ruiz"), new Person(new PersonId("slack:T1/U1"), "Ana Ruiz"), LinkProof.VerifiedEmail),
        new IdentityUnlinked(new PersonId("slack:T1/U1")),
        new LookRefused(Cast.Outsider, "web"),
        new PrivateLooked(new IncidentId(3), Cast.Ana, "api"),
        new TokenMade("5fa1c2d3e4b0", "deploy-bot", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", [TokenScope.Read, TokenScope.Lines], Noon.AddDays(90), ["ana", "ben"]),
        new TokenRevoked("5fa1c2d3e4b0", "deploy-bot", "the pipeline is gone"),
        new ExportTaken("bundle.zip", new IncidentId(3)),
        new PolicyChanged(["access", "severities"], new Dictionary<string, string> { ["access"] = "9f86d081884c7d65", ["severities"] = "3a1d1c8ff0b2e4d6" }),
        new AccountOpened(new PersonId("sso:ana"), "https://login.example", "248289761001", new Profile("Ana Ruiz", "ana@example.com", ["sre"])),
        new SignedIn(new PersonId("sso:ana")),
        new SignedIn(new PersonId("sso:ana")) { Before = new Profile("Ana Ruiz", null, ["dev", "sre"]), Now = new Profile("Ana Ruiz-Vega", "ana@example.com", ["sre", "sre-leads"]) },
        new SignInRefused("https://login.example", "666", "Eve (eve@evil.example)", "their address is not one of example.com"),
        new AccountShutOut(new PersonId("sso:ben"), "Ben", "his laptop was stolen"),
        new AccountLetIn(new PersonId("sso:ben"), "Ben"),
        new SessionsEnded(new PersonId("sso:ben"), "Ben"),
        new SessionsEnded(new PersonId("sso:ana"), "Ana Ruiz") { Own = true },
    ];

    /// <summary>One promise of every kind.</summary>
    public static IReadOnlyList<Effect> Promises { get; } =
        [new OpenRoom("war room"), new Announce("war room"), new PointToAbsorbed(new IncidentId(7), "Payments are slow"), new SealTimeline(), new MarkProposal(12, "9f86d081884c7d65")];
}
