namespace IncidentBot.Integrations.Alerts;

/// <summary>What is wrong with a request, gathered so that everything is told at once.</summary>
internal sealed class AlertFaults
{
    private const int MostTold = 10;

    private readonly List<string> sentences = [];

    /// <summary>True while nothing is wrong.</summary>
    public bool None => sentences.Count == 0;

    /// <summary>All of it, or the first ten.</summary>
    public string InWords => string.Join(' ', sentences.Take(MostTold)) + (sentences.Count > MostTold ? $" And {sentences.Count - MostTold} more." : "");

    /// <summary>One more.</summary>
    public void Add(string sentence) => sentences.Add(sentence);
}
