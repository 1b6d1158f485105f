namespace IncidentBot;

/// <summary>Tells where an incident can be had as a file.</summary>
public sealed class ExportVerb : Verb
{
    /// <inheritdoc/>
    public override string Word => "export";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Aliases => ["download"];

    /// <inheritdoc/>
    public override string Usage => "[md|html|json|bundle]";

    /// <inheritdoc/>
    public override string Summary => "the review as a file, or all evidence with a script that verifies it";

    /// <inheritdoc/>
    public override bool OnlyAsks => true;

    /// <inheritdoc/>
    public override Asked Read(Arguments arguments, Setting setting)
    {
        if (arguments.Words.Count == 0) return Asked.Answer(new ShowExports(Enum.GetValues<ExportFormat>()));
        return ExportFormats.Find(arguments.Words[0]) is { } format
            ? Asked.Answer(new ShowExports([format]))
            : Misunderstood(ExportFormats.Unknown(arguments.Words[0]));
    }
}

/// <summary>Where can the incident be had as a file?</summary>
public sealed record ShowExports(IReadOnlyList<ExportFormat> Formats) : Question
{
    /// <inheritdoc/>
    public override ValueTask<Reply> AnswerAsync(Setting setting, Sources sources, CancellationToken cancellation)
    {
        var incident = setting.Incident;
        var lines = Formats.Select(format => $"{format.Title()}: {PagePaths.Export(incident.Id, format)}").ToList();
        return ValueTask.FromResult(new Reply(string.Join('\n', lines))
        {
            Incident = incident.Id,
            Card = new Message($"{incident.Id} as {(Formats.Count == 1 ? "a file" : "files")}")
            {
                About = incident.Id,
                Text = incident.IsPrivate ? "The incident is private: a file can be read by whoever gets it." : null,
                Controls = [.. Formats.Select(format => new Link(format.Title(), PagePaths.Export(incident.Id, format)))],
            },
        });
    }
}
