using System.Text;

namespace IncidentBot;

/// <summary>Makes letters alike that people type for each other: without case, accents and width.</summary>
internal static class SearchFolding
{
    private static readonly Dictionary<char, char> Bases = new(
        from row in new[]
        {
            "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďḋḍḏḑḓđ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǧǵḡ",
            "hĥȟḣḥḧḩḫẖħ", "iìíîïĩīĭįǐȉȋḭḯỉịı", "jĵǰ", "kķǩḱḳḵ", "lĺļľḷḹḻḽł", "mḿṁṃ", "nñńņňǹṅṇṉṋ",
            "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗŧ",
            "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ",
            "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "её",
        }
        from letter in row.Skip(1)
        select KeyValuePair.Create(letter, row[0]));

    /// <summary>Appends the letter as it is compared; what is only an accent or a joiner adds nothing.</summary>
    public static void Append(Rune letter, StringBuilder word)
    {
        var lower = Rune.ToLowerInvariant(letter);
        switch (lower.Value)
        {
            case >= 0x300 and <= 0x36F or 0xAD or 0x200C or 0x200D: break;
            case >= 0xFF01 and <= 0xFF5E: word.Append((char)(lower.Value - 0xFEE0)); break;
            case 'İ': word.Append('i'); break;
            case 'ß': word.Append("ss"); break;
            case 'æ': word.Append("ae"); break;
            case 'œ': word.Append("oe"); break;
            case < 0xD800 when Bases.TryGetValue((char)lower.Value, out var plain): word.Append(plain); break;
            default: word.Append(lower.ToString()); break;
        }
    }
}
