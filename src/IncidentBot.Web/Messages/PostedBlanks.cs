using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Messages;

/// <summary>
/// How blanks travel: <c>word:title</c> is the next word of the line, <c>option:severity</c> an option. The browser keeps their order,
/// so the line can be completed without remembering the form, also after a restart.
/// </summary>
public static class PostedBlanks
{
    private const string Word = "word:";
    private const string Option = "option:";

    /// <summary>The name that a blank's field has.</summary>
    public static string Name(Blank blank) => (blank.IsOption ? Option : Word) + blank.Name;

    /// <summary>The line that was filled in.</summary>
    public static string Complete(string line, IFormCollection posted)
    {
        var blanks = posted.Keys.Where(key => key.StartsWith(Word, StringComparison.Ordinal) || key.StartsWith(Option, StringComparison.Ordinal))
            .Select(key => new Blank(key[(key.IndexOf(':') + 1)..], "") { IsOption = key.StartsWith(Option, StringComparison.Ordinal) })
            .ToList();
        var values = blanks.ToDictionary(blank => blank.Name, blank => posted[Name(blank)].ToString().ReplaceLineEndings("\n"));
        return new Form("", line, blanks, "").Complete(values);
    }
}
