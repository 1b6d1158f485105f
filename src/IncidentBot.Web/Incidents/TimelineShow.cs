namespace IncidentBot.Web.Incidents;

/// <summary>How much of a timeline is shown.</summary>
public enum TimelineShow
{
    /// <summary>What people said and did.</summary>
    All,

    /// <summary>Its turns, and what people marked.</summary>
    Key,

    /// <summary>Also the bot's own book-keeping.</summary>
    Everything,
}

/// <summary>What is shown of a timeline.</summary>
public static class TimelineShows
{
    /// <summary>True when the entry is shown.</summary>
    public static bool Shows(this TimelineShow show, Recorded entry, Incident incident) => show switch
    {
        TimelineShow.Everything => true,
        TimelineShow.Key => entry.Event.Prominence == Prominence.Key || incident.Highlights.Contains(entry.Number),
        _ => entry.Event.Prominence != Prominence.Housekeeping,
    };

    /// <summary>The word in addresses.</summary>
    public static string Word(this TimelineShow show) => show.ToString().ToLowerInvariant();

    /// <summary>Reads the word; everything unknown is <see cref="TimelineShow.All"/>.</summary>
    public static TimelineShow Read(string? word) => word switch { "key" => TimelineShow.Key, "everything" => TimelineShow.Everything, _ => TimelineShow.All };
}
