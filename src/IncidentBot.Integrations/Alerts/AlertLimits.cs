namespace IncidentBot.Integrations.Alerts;

/// <summary>How much a request may hold. Names and summaries that are longer are shortened with an ellipsis, everything else is refused with the limit told.</summary>
internal static class AlertLimits
{
    /// <summary>Bytes of a request.</summary>
    public const int Body = 1024 * 1024;

    /// <summary>Alerts of a request.</summary>
    public const int Alerts = 500;

    /// <summary>Labels of an alert.</summary>
    public const int Labels = 100;

    /// <summary>Characters of a label's name.</summary>
    public const int LabelName = 200;

    /// <summary>Characters of a label's value.</summary>
    public const int LabelValue = 2_000;

    /// <summary>Characters of all labels together.</summary>
    public const int AllLabels = 16_000;

    /// <summary>Characters of a fingerprint.</summary>
    public const int Fingerprint = 200;

    /// <summary>Characters of a name.</summary>
    public const int Name = 200;

    /// <summary>Characters of a link; a longer one is left out.</summary>
    public const int Link = 2_000;
}
