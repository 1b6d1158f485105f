namespace IncidentBot.Ports;

/// <summary>A part of the house that can be examined, so that what is wrong is known before an incident finds it.</summary>
public interface ICheckup
{
    /// <summary>What is examined.</summary>
    string Part { get; }

    /// <summary>Examines it, one thing after the other.</summary>
    IAsyncEnumerable<Finding> ExamineAsync(CancellationToken cancellation);
}

/// <summary>What came out of it.</summary>
/// <param name="Kind">How it is.</param>
/// <param name="Sentence">The same in words, with what to do; never a secret.</param>
public sealed record Finding(FindingKind Kind, string Sentence)
{
    /// <summary>It is as it should be.</summary>
    public static Finding Well(string sentence) => new(FindingKind.Well, sentence);

    /// <summary>Something must be done.</summary>
    public static Finding Wrong(string sentence) => new(FindingKind.Wrong, sentence);

    /// <summary>It cannot be known from here, or is worth knowing.</summary>
    public static Finding Note(string sentence) => new(FindingKind.Note, sentence);
}

/// <summary>How something is.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Not as it should be.</summary>
    Wrong,

    /// <summary>Not to be known from here, or only worth knowing.</summary>
    Note,
}
