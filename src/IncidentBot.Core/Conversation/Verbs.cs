namespace IncidentBot;

/// <summary>All verbs: the one list from which lines are read, help is printed and documentation is made.</summary>
public sealed class Verbs(IReadOnlyList<Verb> all)
{
    /// <summary>Every verb, in the order of help.</summary>
    public IReadOnlyList<Verb> All { get; } = all;

    /// <summary>The verb by word or alias; null when there is none.</summary>
    public Verb? Find(string word) => All.FirstOrDefault(verb =>
        verb.Word.Equals(word, StringComparison.OrdinalIgnoreCase) || verb.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The verb whose word or alias is spelt most like this one.</summary>
    public Verb Nearest(string word) => All
        .SelectMany(verb => verb.Aliases.Append(verb.Word).Select(name => (verb, Far: Spelling.Distance(name, word))))
        .MinBy(near => near.Far).verb;
}
