using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>Incidents as rows of the catalog: one by hand, or many by chance.</summary>
internal static class SomeIncidents
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Services = ["checkout", "Checkout", "ledger", "search"];
    private static readonly Person[] People = [Cast.Ana, Cast.Ben, Cast.Cleo, Cast.Outsider];

    /// <summary>A quiet one, declared today.</summary>
    public static IncidentSummary One(long number, int peak = 3, Stage stage = Stage.Closed, bool isPrivate = false, params string[] services) => new(
        new IncidentId(number), $"Incident {number}", IncidentType.Reliability, new Severity(peak), new Severity(peak), stage, isPrivate, services, null, "Ana",
        Now.AddHours(-3), null, null, Now, 5, 5, [Cast.Ana.Id], [Cast.Ana.Id]);

    /// <summary>Up to forty, of every kind, declared within 200 days.</summary>
    public static IReadOnlyList<IncidentSummary> ByChance(int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(1, chance.Next(40)).Select(number => Any(number, chance))];
    }

    private static IncidentSummary Any(long number, Random chance) => One(
        number, chance.Next(1, 6), (Stage)chance.Next(9), chance.Next(4) == 0, [.. Services.Where(_ => chance.Next(3) == 0)]) with
    {
        Type = (IncidentType)chance.Next(2),
        DeclaredAt = Now.AddMinutes(-chance.Next(200 * 24 * 60)),
        Drill = chance.Next(6) == 0,
        Members = [.. People.Where(_ => chance.Next(2) == 0).Select(person => person.Id)],
        Figures = FiguresBy(chance),
        OpenFollowUps = [.. Enumerable.Range(1, chance.Next(3)).Select(at => new OpenFollowUp(at, "tidy up", null, chance.Next(3) == 0 ? null : Now.AddDays(chance.Next(-9, 9))))],
        Load = [.. People.Where(_ => chance.Next(2) == 0).Select(person => new ResponderLoad(
            person.Id, person.Name, chance.Next(2) == 0, TimeSpan.FromMinutes(chance.Next(500)), chance.Next(4) == 0 ? Now.AddMinutes(-chance.Next(100)) : null))],
    };

    private static IncidentFigures FiguresBy(Random chance) => new()
    {
        ToDetect = Span(chance),
        ToAcknowledge = Span(chance),
        ToCommand = Span(chance),
        ToContain = Span(chance),
        ToResolve = Span(chance),
        ToResolveInAll = Span(chance),
        InStage = Enum.GetValues<Stage>().Where(_ => chance.Next(2) == 0).ToDictionary(stage => stage, _ => TimeSpan.FromSeconds(chance.Next(9_000))),
        Reopened = Math.Max(0, chance.Next(-3, 3)),
    };

    private static TimeSpan? Span(Random chance) => chance.Next(3) == 0 ? null : TimeSpan.FromSeconds(chance.Next(20_000));
}
