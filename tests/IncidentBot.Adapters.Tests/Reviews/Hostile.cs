namespace IncidentBot.Adapters.Tests.Reviews;

/// <summary>Texts that would be something else, if they were let.</summary>
internal static class Hostile
{
    /// <summary>As titles, decisions, names.</summary>
    public static readonly string[] Texts =
    [
        "# x | <b>", "<script>alert(1)</script>", "## not a heading #", "- not a point", "1. not a step", "2) nor this", "> no quotation", "+ plus", "--- ", "=== ", "***bold*** _under_ snake_case_name ~~gone~~ ~one~",
        "`code` and ``` fence", "[link](javascript:alert(1))", "![picture](https://evil.example/p.png)", "<https://evil.example>", "&lt;b&gt; &amp; &#35;", "back\\slash \\* \\<b>", "a | b | c", "| --- |",
        "[#1]: https://evil.example", "[#1][#2] [course-1]", "<!-- never closed", "<![CDATA[", "<?php", "ends with backslash\\", "ends with #", "#", "שלום עולם \u202Eright to left", "👩‍🚒🔥 emoji ✅", "日本語のタイトル",
        "2 < 3 && 5 > 4", "$x$ and $5 to $9", "@ana #12 :tada:", "www.example.com", "user@example.com", "\ttabbed", "    four spaces", "a*b*c * d", "_a_ __b__", "*", "_", "~", "\"quotes\" 'single'",
    ];

    /// <summary>As what people write, where Markdown is meant.</summary>
    public static readonly string[] Markdown =
    [
        .. Texts, "# A heading of theirs\n\ntext", "Underlined\n=====\n\ntext", "Underlined\n---\n\ntext <b>x", "```\nnever closed <script>", "~~~~\nnever closed", "    indented <script>\n", "- point\n\n  ```\n  open",
        "<script>\nalert(1)\n</script>", "<div onclick=\"x\">\n\n# in a tag\n\n</div>", "<!--\nnever closed", "`<script>` stays code", "\\<b>one\\\\<b>two\\\\\\<b>three", "[a]: javascript:alert(1)\n\n[a]", "[#1]: https://evil.example\n\n[#1]",
        "[x]( javascript:alert(1) )", "[x](JaVaScRiPt:alert(1))", "[x](java\nscript:alert(1))", "<javascript:alert(1)>", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)", "![](https://evil.example/p.png)", "[![in](https://evil.example/p.png)](https://fine.example)",
        "![ref]\n\n[ref]: https://evil.example/p.png", "| a | b |\n|---|---|\n| <b>1</b> | 2 |", "> quoted <i>\n> # heading", "1. one\n   # heading\n2. two", "[x](<https://fine.example/a b>)", "a  \nb\\\nc", "&lt;script&gt;", "\u0000zero", "<a href=\"javascript:alert(1)\">x</a>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    ];
}
