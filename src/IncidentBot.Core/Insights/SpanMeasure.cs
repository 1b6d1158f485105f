namespace IncidentBot;

/// <summary>One of the spans that are measured on every incident.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Definition">From when to when, in words.</param>
/// <param name="Of">The span of one incident; null while it lasts.</param>
public sealed record SpanMeasure(string Key, string Title, string Definition, Func<IncidentFigures, TimeSpan?> Of)
{
    /// <summary>How long nobody noticed it.</summary>
    public static SpanMeasure Detect { get; } = new(
        "to-detect", "Time to detect",
        "from the start of the impact to the first alert, or to the declaration when no alert came before it", figures => figures.ToDetect);

    /// <summary>How long nobody took it up.</summary>
    public static SpanMeasure Acknowledge { get; } = new(
        "to-acknowledge", "Time to acknowledge",
        "from the first alert or the declaration, whichever came first, to the first person who took it up", figures => figures.ToAcknowledge);

    /// <summary>How long nobody led.</summary>
    public static SpanMeasure Command { get; } = new(
        "to-command", "Time to a commander", "from the declaration to the first incident commander", figures => figures.ToCommand);

    /// <summary>How long it could grow.</summary>
    public static SpanMeasure Contain { get; } = new(
        "to-contain", "Time to contain",
        "from the declaration until containment was first left forwards or it was resolved, whichever came first", figures => figures.ToContain);

    /// <summary>How long customers were not whole.</summary>
    public static SpanMeasure Resolve { get; } = new(
        "to-resolve", "Time to resolve",
        "from the start of the impact, or the declaration when no other start is stated, until it was first resolved", figures => figures.ToResolve);

    /// <summary>The same with what came after a reopening.</summary>
    public static SpanMeasure ResolveInAll { get; } = new(
        "to-resolve-in-all", "Time to resolve, all rounds",
        "the first round from the start of the impact, later ones from their reopening, each until it ended, added up", figures => figures.ToResolveInAll);

    /// <summary>All of them, in the order of an incident's life.</summary>
    public static IReadOnlyList<SpanMeasure> All { get; } = [Detect, Acknowledge, Command, Contain, Resolve, ResolveInAll];
}
