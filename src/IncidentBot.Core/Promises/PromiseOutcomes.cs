namespace IncidentBot;

/// <summary>A promise was kept.</summary>
public sealed record PromiseKept(int Entry, int Index, string Purpose) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"kept the promise to {Purpose}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Housekeeping;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { BrokenPromises = incident.BrokenPromises.Remove(new PromiseId(incident.Id, Entry, Index)) };
}

/// <summary>A promise could not be kept after the last try: it waits for a person.</summary>
/// <param name="Entry">The entry that made it.</param>
/// <param name="Index">Its place there.</param>
/// <param name="Purpose">What it was, for people.</param>
/// <param name="Because">Why not, as a sentence.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Destination">Who could not be reached; null when it is not known.</param>
public sealed record PromiseBroken(int Entry, int Index, string Purpose, string Because, int Attempts, string? Destination = null) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"could not {Purpose} in {Words.Count(Attempts, "attempt")}: {Because}";

    /// <inheritdoc/>
    public override IncidentEvent? WithoutWords() => this with { Because = Redaction.Mark };

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry)
    {
        var id = new PromiseId(incident.Id, Entry, Index);
        return incident with { BrokenPromises = incident.BrokenPromises.SetItem(id, new BrokenPromise(id, Purpose, Because, entry.Number)) };
    }
}

/// <summary>A promise that waits for a person, and the entry that says why it could not be kept.</summary>
public sealed record BrokenPromise(PromiseId Id, string Purpose, string Because, int BrokenBy);

/// <summary>Tries a broken promise again.</summary>
public sealed record RetryPromise(int Entry, int Index) : Command
{
    /// <inheritdoc/>
    public override bool WorksOnEnded => true;

    /// <inheritdoc/>
    public override Decision Decide(Incident incident, Circumstances at) =>
        incident.BrokenPromises.TryGetValue(new PromiseId(incident.Id, Entry, Index), out var broken)
            ? Decision.Accept(new PromiseRenewed(Entry, Index, broken.Purpose))
            : Decision.Refuse($"Nothing on {incident.Id} waits to be retried under {Entry}.{Index}.", LineWriter.Line(incident.Id, "info"));
}

/// <summary>A broken promise is tried again.</summary>
public sealed record PromiseRenewed(int Entry, int Index, string Purpose) : IncidentEvent
{
    /// <inheritdoc/>
    public override string Sentence => $"asked to try again to {Purpose}";

    /// <inheritdoc/>
    public override Prominence Prominence => Prominence.Talk;

    /// <inheritdoc/>
    public override Incident ApplyTo(Incident incident, Recorded entry) =>
        incident with { BrokenPromises = incident.BrokenPromises.Remove(new PromiseId(incident.Id, Entry, Index)) };
}
