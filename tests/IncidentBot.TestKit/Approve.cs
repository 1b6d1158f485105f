using System.Runtime.CompilerServices;

namespace IncidentBot.TestKit;

/// <summary>Compares what people will see with a file that somebody approved. <c>INCIDENTBOT_APPROVE=1</c> writes the file anew.</summary>
public static class Approve
{
    /// <summary>Null when the text is the approved one; otherwise what differs first.</summary>
    public static string? Difference(string actual, string file, [CallerFilePath] string caller = "")
    {
        var path = Repository.Beside(caller, file);
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_APPROVE") == "1") File.WriteAllText(path, actual);
        if (!File.Exists(path)) return $"{file} is not approved yet; look at the text and run the test with INCIDENTBOT_APPROVE=1:\n{actual}";
        var (approved, found) = (File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), actual.Split('\n'));
        for (var line = 0; line < Math.Max(approved.Length, found.Length); line++)
            if (approved.ElementAtOrDefault(line) != found.ElementAtOrDefault(line))
                return $"{file} differs in line {line + 1}:\n  approved: {approved.ElementAtOrDefault(line)}\n  now:      {found.ElementAtOrDefault(line)}";
        return null;
    }
}
