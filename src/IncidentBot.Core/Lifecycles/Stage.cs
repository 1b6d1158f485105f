namespace IncidentBot;

/// <summary>Where an incident stands. The names follow the field: identification to review, as NIST SP 800-61r3 and PagerDuty's process know them.</summary>
public enum Stage
{
    /// <summary>Something may be wrong; nobody has judged it yet.</summary>
    Identification,

    /// <summary>How bad is it, who leads, whom does it hurt?</summary>
    Triage,

    /// <summary>Stop the bleeding.</summary>
    Containment,

    /// <summary>Mend the cause.</summary>
    Remediation,

    /// <summary>Watch that it holds.</summary>
    Monitoring,

    /// <summary>Resolved: customers are whole again, the review is due.</summary>
    Review,

    /// <summary>Done; read-only but for follow-ups and reopening.</summary>
    Closed,

    /// <summary>It was a false alarm.</summary>
    Cancelled,

    /// <summary>It goes on in another incident.</summary>
    Merged,
}

/// <summary>What can be said of a stage.</summary>
public static class Stages
{
    /// <summary>Before it was resolved, cancelled or merged: people are working on it.</summary>
    public static bool IsActive(this Stage stage) => stage <= Stage.Monitoring;

    /// <summary>Not at an end: active, or resolved with the review still due.</summary>
    public static bool IsOpen(this Stage stage) => stage <= Stage.Review;
}
