namespace IncidentBot;

/// <summary>What kind of trouble it is.</summary>
public enum IncidentType
{
    /// <summary>Something does not work.</summary>
    Reliability,

    /// <summary>Somebody does what they must not, or could.</summary>
    Security,
}
