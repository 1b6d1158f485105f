namespace IncidentBot;

/// <summary>Which entries of the audit are wanted.</summary>
public sealed record AuditFilter
{
    /// <summary>Only about this.</summary>
    public AuditSubject? Subject { get; init; }

    /// <summary>Only what somebody with this handle or name did.</summary>
    public string? Person { get; init; }

    /// <summary>Only since this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only up to this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True when the entry is part of the audit, and wanted.</summary>
    public bool Wants(Recorded entry) =>
        entry.Event.IsForAdmins
        && (Subject is not { } subject || AuditSubjects.Of(entry.Event) == subject)
        && (Person is not { } person || Is(entry.By, person))
        && !(entry.RecordedAt < Since) && !(entry.RecordedAt > Until);

    private static bool Is(Person by, string person)
    {
        var handle = IncidentBot.Person.HandleOf(person.TrimStart('@'));
        return by.Id.Value.Equals(person, StringComparison.OrdinalIgnoreCase) || by.Id.Handle == handle || IncidentBot.Person.HandleOf(by.Name) == handle;
    }
}
