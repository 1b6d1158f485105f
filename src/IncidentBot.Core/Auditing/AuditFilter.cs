namespace IncidentBot;

/// <summary>Which entries of the audit are wanted.</summary>
public sealed record AuditFilter
{
    /// <summary>Only about this.</summary>
    public AuditSubject? Subject { get; init; }

    /// <summary>Only what somebody with this handle or name did, or what concerns them.</summary>
    public string? Person { get; init; }

    /// <summary>Only since this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only up to this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True when the entry is part of the audit, and wanted.</summary>
    public bool Wants(Recorded entry) =>
        entry.Event.IsForAdmins
        && (Subject is not { } subject || AuditSubjects.Of(entry.Event) == subject)
        && (Person is not { } person || Is(entry.By.Id, entry.By.Name, person) || (AuditSubjects.Whom(entry.Event) is var (id, name) && Is(id, name, person)))
        && !(entry.RecordedAt < Since) && !(entry.RecordedAt > Until);

    private static bool Is(PersonId id, string name, string person)
    {
        var handle = IncidentBot.Person.HandleOf(person.TrimStart('@'));
        return id.Value.Equals(person, StringComparison.OrdinalIgnoreCase) || id.Handle == handle || IncidentBot.Person.HandleOf(name) == handle;
    }
}
