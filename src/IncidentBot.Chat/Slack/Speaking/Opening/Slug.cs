using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace IncidentBot.Chat.Slack.Speaking.Opening;

/// <summary>Words in lower-case ASCII letters, digits and dashes: accents are left off, and what has no letter near it is a dash.</summary>
internal static class Slug
{
    // The program runs without the tables of cultures, by which letters could be taken apart.
    private static readonly FrozenDictionary<char, string> Near = new (string Near, string Letters)[]
    {
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặª"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("f", "ƒ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("g", "ĝğġģ"),
        ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒọỏốồổỗộơớờởỡợº"), ("oe", "œ"), ("r", "ŕŗř"),
        ("s", "śŝşšșſ"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûüũūŭůűųǔụủưứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
    }.SelectMany(row => row.Letters.Select(letter => (letter, row.Near))).ToFrozenDictionary(pair => pair.letter, pair => pair.Near);

    /// <summary>The slug; empty when no letter and no digit is left.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) Put(letter, slug);
        return slug.ToString().Trim('-', '_');
    }

    private static void Put(char letter, StringBuilder slug)
    {
        if (char.IsAsciiLetterOrDigit(letter) || letter == '_') slug.Append(letter);
        else if (Near.TryGetValue(letter, out var near)) slug.Append(near);
        else if (letter is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
    }
}
