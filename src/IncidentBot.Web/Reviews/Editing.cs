namespace IncidentBot.Web.Reviews;

/// <summary>Whether the parts that people write can be written where they are shown.</summary>
public enum Editing
{
    /// <summary>It is a file: what it says is what there is.</summary>
    Never,

    /// <summary>The review is finished and must be reopened first, or the onlooker may only read.</summary>
    Closed,

    /// <summary>Whoever sees it and may take part may write.</summary>
    Open,
}
