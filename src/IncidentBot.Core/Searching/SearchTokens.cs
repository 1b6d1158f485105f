using System.Globalization;
using System.Text;

namespace IncidentBot;

/// <summary>A word of a text as search compares it, and where it stands in the text.</summary>
public readonly record struct SearchToken(string Folded, int Start, int Length);

/// <summary>
/// Cuts texts into words, the same way for what is looked for and for what was written: letters and digits, without case
/// and accents. In scripts that are written without spaces every character is a word of its own.
/// </summary>
public static class SearchTokens
{
    private static readonly (int First, int Last)[] WithoutSpaces =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9D), (0x20000, 0x3FFFF),
    ];

    /// <summary>The words, in order.</summary>
    public static IReadOnlyList<SearchToken> Of(string text)
    {
        var tokens = new List<SearchToken>();
        var word = new StringBuilder();
        int at = 0, start = 0, end = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            var (joins, stands) = (Joins(letter), StandsAlone(letter));
            if (!IsWord(letter) && !(joins && word.Length > 0)) End();
            else
            {
                if (stands && !joins) End();
                if (word.Length == 0) start = at;
                SearchFolding.Append(letter, word);
                end = at + letter.Utf16SequenceLength;
            }
            at += letter.Utf16SequenceLength;
        }
        End();
        return tokens;

        void End()
        {
            if (word.Length > 0) tokens.Add(new SearchToken(word.ToString(), start, end - start));
            word.Clear();
        }
    }

    /// <summary>The words alone, each parted from the next by a space: two texts that read the same to search are the same here.</summary>
    public static string Folded(string text) => string.Join(' ', Of(text).Select(token => token.Folded));

    /// <summary>True for a character of a script that is written without spaces.</summary>
    public static bool StandsAlone(Rune letter) => letter.Value >= WithoutSpaces[0].First && WithoutSpaces.Any(range => letter.Value >= range.First && letter.Value <= range.Last);

    private static bool IsWord(Rune letter) =>
        Rune.IsLetterOrDigit(letter) || Rune.GetUnicodeCategory(letter) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Accents and vowel signs belong to the letter before them; so do the invisible joiners inside a word.
    private static bool Joins(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        || letter.Value is 0xAD or 0x200C or 0x200D;
}
