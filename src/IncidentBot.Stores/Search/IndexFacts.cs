namespace IncidentBot.Stores.Search;

/// <summary>What never changes of an entry and narrows a search, written beside its words so that the engine narrows by it too.</summary>
internal static class IndexFacts
{
    /// <summary>On this incident.</summary>
    internal static string In(IncidentId incident) => $"i{incident.Number}";

    /// <summary>By this person, as the index numbers people.</summary>
    internal static string By(long person) => $"p{person}";
}
