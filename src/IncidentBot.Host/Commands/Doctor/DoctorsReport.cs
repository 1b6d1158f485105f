using IncidentBot.Ports;

namespace IncidentBot.Host.Commands.Doctor;

/// <summary>What the doctor found, line by line as it is found.</summary>
internal sealed class DoctorsReport(TextWriter page)
{
    private int wrong;

    /// <summary>Begins another part.</summary>
    public void Begin(string part) => page.WriteLine(part);

    /// <summary>Tells a finding; further lines of its sentence stand below it.</summary>
    public void Tell(Finding finding)
    {
        if (finding.Kind == FindingKind.Wrong) wrong++;
        var mark = finding.Kind switch { FindingKind.Well => '✓', FindingKind.Wrong => '✗', _ => '–' };
        page.WriteLine($"  {mark} {finding.Sentence.ReplaceLineEndings("\n").Replace("\n", "\n    ")}");
    }

    /// <summary>The last word; the result is the exit code.</summary>
    public int End()
    {
        page.WriteLine();
        page.WriteLine(wrong == 0 ? "Nothing is wrong." : $"{Words.Count(wrong, "thing is", "things are")} wrong.");
        return wrong == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
