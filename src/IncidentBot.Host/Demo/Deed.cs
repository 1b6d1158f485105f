namespace IncidentBot.Host.Demo;

/// <summary>What somebody of the cast does, by the ways that are open to everybody.</summary>
/// <param name="By">Who.</param>
internal abstract record Deed(Person By)
{
    /// <summary>The name under which later lines speak of it: <c>{plan}</c>; null when none does.</summary>
    public string? Name { get; private init; }

    /// <summary>The name of the deed without which it makes no sense; null when it stands alone.</summary>
    public string? Needs { get; private init; }

    /// <summary>True when it is done in the general room; otherwise in the incident's.</summary>
    public bool IsInGeneral { get; private init; }

    /// <summary>What is done instead when it is refused, because a visitor was faster.</summary>
    public IReadOnlyList<Deed> Otherwise { get; private init; } = [];

    /// <summary>It in words, for the log.</summary>
    public abstract string InWords { get; }

    /// <summary>Does it.</summary>
    public abstract ValueTask<Reply> DoAsync(Scene scene, CancellationToken cancellation);

    /// <summary>The same, remembered by a name.</summary>
    public Deed As(string name) => this with { Name = name };

    /// <summary>The same, done only when a deed by that name was.</summary>
    public Deed After(string name) => this with { Needs = name };

    /// <summary>The same in the general room.</summary>
    public Deed InGeneral() => this with { IsInGeneral = true };

    /// <summary>The same, with something else to do when it is refused; <c>{why}</c> in it becomes the refusal.</summary>
    public Deed Or(params IReadOnlyList<Deed> otherwise) => this with { Otherwise = otherwise };
}

/// <summary>Says something.</summary>
/// <param name="By">Who.</param>
/// <param name="Words">What.</param>
/// <param name="Answering">The name of the message that it answers; null outside threads.</param>
internal sealed record Saying(Person By, string Words, string? Answering = null) : Deed(By)
{
    /// <inheritdoc/>
    public override string InWords => $"say “{IncidentBot.Words.Brief(Words, 60)}”";

    /// <inheritdoc/>
    public override ValueTask<Reply> DoAsync(Scene scene, CancellationToken cancellation) => scene.SayAsync(this, cancellation);
}

/// <summary>Types a line, or presses the button that holds it.</summary>
/// <param name="By">Who.</param>
/// <param name="Line">The line.</param>
internal sealed record Typing(Person By, string Line) : Deed(By)
{
    /// <inheritdoc/>
    public override string InWords => $"type “{Words.Brief(Line, 60)}”";

    /// <inheritdoc/>
    public override ValueTask<Reply> DoAsync(Scene scene, CancellationToken cancellation) => scene.HearAsync(this, cancellation);
}

/// <summary>Shares a file.</summary>
/// <param name="By">Who.</param>
/// <param name="File">Its name.</param>
/// <param name="Content">Its text.</param>
internal sealed record Sharing(Person By, string File, string Content) : Deed(By)
{
    /// <inheritdoc/>
    public override string InWords => $"share {File}";

    /// <inheritdoc/>
    public override ValueTask<Reply> DoAsync(Scene scene, CancellationToken cancellation) => scene.ShareAsync(this, cancellation);
}

/// <summary>Reports what a monitoring system has seen, as it would by itself.</summary>
/// <param name="By">The monitoring system.</param>
/// <param name="Signal">The signal, at the moment of the report.</param>
internal sealed record Reporting(Person By, Func<DateTimeOffset, AlertSignal> Signal) : Deed(By)
{
    /// <inheritdoc/>
    public override string InWords => "report an alert";

    /// <inheritdoc/>
    public override ValueTask<Reply> DoAsync(Scene scene, CancellationToken cancellation) => scene.ReportAsync(this, cancellation);
}
