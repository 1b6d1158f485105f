namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Fills in beforehand what is known, and finds the blank that a refusal is about.</summary>
internal static class FormFilling
{
    /// <summary>The form with something in one of its blanks at first.</summary>
    public static Form Filled(this Form form, string blank, string value) => form with { Blanks = [.. form.Blanks.Select(one => one.Name == blank ? one with { Value = value } : one)] };

    /// <summary>The name of the blank that a sentence is about: the option that it names, else the first that is required, else the first.</summary>
    public static string BlankOf(string sentence, IReadOnlyList<Blank> blanks) =>
        (blanks.Where(blank => blank.IsOption && Names(sentence, "--" + blank.Name)).OrderBy(blank => sentence.IndexOf("--" + blank.Name, StringComparison.Ordinal)).FirstOrDefault()
        ?? blanks.FirstOrDefault(blank => blank.Required) ?? blanks[0]).Name;

    // Whatever stands behind the word to type is usage, not what is wrong.
    private static bool Names(string sentence, string option)
    {
        var at = sentence.IndexOf(option, StringComparison.Ordinal);
        var usage = sentence.IndexOf(" Type: ", StringComparison.Ordinal);
        var end = at + option.Length;
        return at >= 0 && (usage < 0 || at < usage) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end]));
    }
}
