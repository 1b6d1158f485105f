namespace IncidentBot.Web.Reviews;

/// <summary>Whether the parts that people write can be written where they are shown.</summary>
public enum Editing
{
    /// <summary>It is a file: what it says is what there is.</summary>
    Never,

    /// <summary>The review is finished: it must be reopened first.</summary>
    Closed,

    /// <summary>Everybody who sees it may write.</summary>
    Open,
}
