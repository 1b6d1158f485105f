using System.Globalization;
using IncidentBot.Web.Api;

namespace IncidentBot.Web.Auditing;

/// <summary>What of the audit was asked for, as the address says it: the same for the page, its files and the API.</summary>
/// <param name="Filter">What is wanted.</param>
/// <param name="Before">Below which number; null from the newest.</param>
public sealed record AuditAsk(AuditFilter Filter, int? Before)
{
    /// <summary>What can be asked by.</summary>
    internal static readonly string[] Known = ["about", "person", "since", "until", "before"];

    /// <summary>Reads the address; what cannot be read is told.</summary>
    internal static AuditAsk Read(Queries queries, DateTimeOffset now) => new(
        new AuditFilter
        {
            Subject = queries.Choice<AuditSubject>("about"),
            Person = queries.Text("person"),
            Since = queries.Read<DateTimeOffset>("since", text => SearchMoments.Since(text, now), "a time like " + SearchMoments.Examples),
            Until = queries.Read<DateTimeOffset>("until", text => SearchMoments.Until(text, now), "a time like " + SearchMoments.Examples),
        },
        queries.Read<int>("before", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, "an entry's number"));
}
