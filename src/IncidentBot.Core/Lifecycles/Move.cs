namespace IncidentBot;

/// <summary>A step that people ask for; where it leads depends on the stage (<see cref="Lifecycle"/>).</summary>
public enum Move
{
    /// <summary>Judge it (again).</summary>
    Triage,

    /// <summary>Stop the bleeding.</summary>
    Contain,

    /// <summary>Mend the cause.</summary>
    Remediate,

    /// <summary>Watch that it holds.</summary>
    Monitor,

    /// <summary>Customers are whole again.</summary>
    Resolve,

    /// <summary>Done.</summary>
    Close,

    /// <summary>It is not over after all.</summary>
    Reopen,

    /// <summary>A false alarm.</summary>
    Cancel,

    /// <summary>It goes on in another incident.</summary>
    Merge,
}

/// <summary>One road of the lifecycle.</summary>
public sealed record Road(Stage From, Move Move, Stage To)
{
    /// <summary>True when it leads back to work that was thought done.</summary>
    public bool IsBackward => Move == Move.Reopen || (To < From && To.IsActive());

    /// <summary>True when a reason is demanded: going back, reopening, cancelling, and resolving what was never contained.</summary>
    public bool NeedsReason => IsBackward || Move == Move.Cancel || (Move == Move.Resolve && From == Stage.Triage);

    /// <summary>Which exit it takes, if its criteria are asked.</summary>
    public Exit? Exit => (From, Move, IsBackward) switch
    {
        (_, Move.Resolve, _) => IncidentBot.Exit.Resolve,
        (_, Move.Close, _) => IncidentBot.Exit.Close,
        (Stage.Triage, Move.Contain or Move.Remediate, false) => IncidentBot.Exit.Triage,
        (Stage.Containment, Move.Remediate or Move.Monitor, false) => IncidentBot.Exit.Containment,
        (Stage.Remediation, Move.Monitor, false) => IncidentBot.Exit.Remediation,
        _ => null,
    };
}

/// <summary>A way out of a stage that criteria can guard.</summary>
public enum Exit
{
    /// <summary>From triage on to containment or remediation.</summary>
    Triage,

    /// <summary>From containment onwards.</summary>
    Containment,

    /// <summary>From remediation to monitoring.</summary>
    Remediation,

    /// <summary>To review, from wherever that is open.</summary>
    Resolve,

    /// <summary>From review to closed.</summary>
    Close,
}

/// <summary>The words by which people name moves and stages.</summary>
public static class MoveWords
{
    private static readonly Dictionary<string, Move> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["triage"] = Move.Triage, ["investigate"] = Move.Triage, ["investigating"] = Move.Triage, ["acknowledged"] = Move.Triage,
        ["contain"] = Move.Contain, ["containment"] = Move.Contain, ["containing"] = Move.Contain,
        ["mitigate"] = Move.Contain, ["mitigating"] = Move.Contain, ["mitigated"] = Move.Contain, ["mitigation"] = Move.Contain,
        ["remediate"] = Move.Remediate, ["remediation"] = Move.Remediate, ["fix"] = Move.Remediate, ["fixing"] = Move.Remediate,
        ["identified"] = Move.Remediate, ["eradicate"] = Move.Remediate, ["eradication"] = Move.Remediate,
        ["monitor"] = Move.Monitor, ["monitoring"] = Move.Monitor, ["recover"] = Move.Monitor, ["recovery"] = Move.Monitor,
        ["resolve"] = Move.Resolve, ["resolved"] = Move.Resolve, ["fixed"] = Move.Resolve, ["review"] = Move.Resolve,
        ["close"] = Move.Close, ["closed"] = Move.Close, ["done"] = Move.Close,
        ["reopen"] = Move.Reopen, ["reopened"] = Move.Reopen, ["reinstate"] = Move.Reopen,
        ["cancel"] = Move.Cancel, ["cancelled"] = Move.Cancel, ["canceled"] = Move.Cancel, ["false-alarm"] = Move.Cancel,
        ["merge"] = Move.Merge, ["merged"] = Move.Merge, ["duplicate"] = Move.Merge,
    };

    /// <summary>The move that a word asks for; null when it is none.</summary>
    public static Move? Find(string word) => Words.TryGetValue(word, out var move) ? move : null;

    /// <summary>The one-word verb of a move: <c>contain</c>.</summary>
    public static string Verb(this Move move) => move.ToString().ToLowerInvariant();
}
