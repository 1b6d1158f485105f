using System.Text.RegularExpressions;

namespace IncidentBot;

/// <summary>What a kind of secret looks like.</summary>
/// <param name="Name">What it is, as a sentence names it: <c>an AWS access key</c>.</param>
/// <param name="Pattern">How it is known. It is matched without backtracking, in a time that grows with the text alone.</param>
public sealed record SecretShape(string Name, string Pattern)
{
    private readonly Lazy<Regex> regex = new(() => new Regex(Pattern, Options));

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>True when a text holds one.</summary>
    public bool IsIn(string text) => regex.Value.IsMatch(text);

    /// <summary>Why a pattern cannot be used; null when it can.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, Options);
            return null;
        }
        catch (Exception unusable) when (unusable is ArgumentException or NotSupportedException)
        {
            return unusable.Message;
        }
    }

    /// <summary>True when both look for the same under the same name.</summary>
    public bool Equals(SecretShape? other) => other is not null && Name == other.Name && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Pattern);
}
