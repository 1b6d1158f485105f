using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Insights;

/// <summary>What insights were asked for, as an address says it; what cannot be read is told and counts as not said.</summary>
/// <param name="Filter">What could be read.</param>
/// <param name="Faults">What could not, in sentences.</param>
public sealed record InsightsQuery(InsightsFilter Filter, IReadOnlyList<string> Faults)
{
    /// <summary>The names that addresses may use.</summary>
    public static readonly IReadOnlyList<string> Names = ["period", "from", "to", "severity", "type", "service"];

    /// <summary>Reads the address.</summary>
    public static InsightsQuery Of(IQueryCollection query, DateTimeOffset now)
    {
        var faults = new List<string>();
        var filter = new InsightsFilter(PeriodOf(query, now, faults))
        {
            Peak = Read<Severity>(query["severity"], text => Severity.TryParse(text, out var severity) ? severity : null, "a severity like sev2", faults),
            Type = Read<IncidentType>(query["type"], text => Enum.TryParse<IncidentType>(text, ignoreCase: true, out var type) && char.IsLetter(text[0]) ? type : null, "reliability or security", faults),
            Service = query["service"].ToString().Trim() is { Length: > 0 } service ? service : null,
        };
        if (filter.Service is not { Length: > InsightsFilter.LongestService } name) return new InsightsQuery(filter, faults);
        return new InsightsQuery(filter with { Service = null }, [.. faults, InsightsFilter.NoService(name)]);
    }

    private static Period PeriodOf(IQueryCollection query, DateTimeOffset now, List<string> faults)
    {
        var (text, from, to) = (query["period"].ToString(), query["from"].ToString(), query["to"].ToString());
        var (period, fault) = (Period.Customary(now), (string?)null);
        if (from.Length + to.Length > 0) Period.TryRead(from, to, out period, out fault);
        else if (text.Length > 0) Period.TryRead(text, now, out period, out fault);
        if (fault is not null) faults.Add(fault);
        return period ?? Period.Customary(now);
    }

    private static T? Read<T>(string? text, Func<string, T?> parse, string wanted, List<string> faults) where T : struct
    {
        if (string.IsNullOrEmpty(text)) return null;
        var value = parse(text);
        if (value is null) faults.Add($"“{Words.Brief(text, 40)}” is not {wanted}.");
        return value;
    }
}
