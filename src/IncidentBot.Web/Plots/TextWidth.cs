using System.Globalization;

namespace IncidentBot.Web.Plots;

/// <summary>How wide words will be, near enough to keep labels apart: pictures are drawn where no font is at hand.</summary>
internal static class TextWidth
{
    /// <summary>The size of plots' letters.</summary>
    public const double Size = 12;

    /// <summary>The width at the plots' own size, rather too wide than too narrow.</summary>
    public static double Of(string words)
    {
        var width = 0.0;
        var letters = StringInfo.GetTextElementEnumerator(words);
        while (letters.MoveNext()) width += Of(words[letters.ElementIndex]);
        return width * Size;
    }

    private static double Of(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.34,
        'm' or 'w' or 'M' or 'W' => 0.95,
        >= '\u1100' => 1.1,
        _ when char.IsUpper(letter) => 0.74,
        _ => 0.64,
    };
}
