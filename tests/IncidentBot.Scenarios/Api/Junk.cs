using FsCheck;
using FsCheck.Fluent;

namespace IncidentBot.Scenarios.Api;

/// <summary>What nobody should send, made at random from the words that mean something here.</summary>
public static class Junk
{
    private static readonly string[] Scraps =
    [
        "INC-1", "INC-99999999999", "--reason", "--at", "--", "-", "@ana", "@", "\"", "“", "”", "\\", "sev1", "SEV9", "now", "yesterday 25:61", "3d", "0", "-1", "99999999999999999999",
        "\0", "\ud83d\ude00", "<script>", "{person}", "{}", "[", "null", "true", "\n", "\t", "DECISION:", "TODO:", "IMPACT:", "commander", "private", "1.1", "#", "/incident", "%00", "é",
    ];

    private static readonly string[] Words = [.. AllVerbs.Create().All.SelectMany(verb => verb.Options.Keys.Select(option => "--" + option).Prepend(verb.Word)), .. Scraps];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"line\"", "\"by\"", "\"room\"", "\"key\"", "\"text\"", "\"ana\"", "\"declare x\"", "\"INC-1\"", "\"\\ud800\"", "null", "1e999", "true", "\"\"",
        "\"\\u0000\"", "\u00ff", "{\"by\":\"ana\",\"text\":", "{\"line\":\"list\",\"by\":",
    ];

    private static readonly string[] Fields = ["line", "text", "person", "key", "replyTo", "filled", "thread", "name", "reason", "at", "title", "__RequestVerificationToken"];

    /// <summary>Lines.</summary>
    public static Arbitrary<string> Lines { get; } = Gen.Elements(Words).ListOf()
        .SelectMany(words => ArbMap.Default.GeneratorFor<string>().Select(text => string.Join(' ', words.Take(9).Append(text ?? ""))))
        .ToArbitrary();

    /// <summary>Bodies that are JSON, almost JSON, or nothing like it.</summary>
    public static Arbitrary<string> Bodies { get; } = Gen.Elements(Tokens).ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>Filled-in forms.</summary>
    public static Arbitrary<List<KeyValuePair<string, string>>> Forms { get; } = Gen.Elements(Fields)
        .SelectMany(_ => Lines.Generator, (field, line) => KeyValuePair.Create(field, line))
        .ListOf().Select(filled => filled.Take(6).ToList()).ToArbitrary();

    /// <summary>How many rounds a property is tried.</summary>
    public static int Rounds => Environment.GetEnvironmentVariable("INCIDENTBOT_TESTS") == "full" ? 5_000 : 150;

    /// <summary>Tries a property with a fixed seed.</summary>
    public static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Rounds).WithReplay(20_261_123, 7), property);
}
