namespace IncidentBot.Core.Tests;

public sealed class ReadingLines
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase("/incident note hello world", "note", "hello", "world")]
    [TestCase("/inc declare \"disk full\"", "declare", "disk full")]
    [TestCase("note “smart quotes” work", "note", "smart quotes", "work")]
    [TestCase("note it's 5\" long", "note", "it's", "5\"", "long")]
    [TestCase("note \"a \\\"quoted\\\" word\"", "note", "a \"quoted\" word")]
    public void Lines_are_cut_into_words(string text, params string[] words) =>
        Assert.That(Line.Read(text, "incident").Words.Select(word => word.Text), Is.EqualTo(words));

    [Test]
    public void An_option_takes_all_words_up_to_the_next_one()
    {
        var arguments = Arguments.Read(Line.Read("decision roll back --because v42 leaks connections --options a; b", "incident"), 1, new Dictionary<string, bool> { ["because"] = true, ["options"] = true });
        Assert.That((arguments.Rest(), arguments.Option("because"), arguments.Option("options")), Is.EqualTo(("roll back", "v42 leaks connections", "a; b")));
    }

    [Test]
    public void An_unknown_option_is_named_with_those_there_are() => Assert.That(
        Arguments.Read(Line.Read("note x --when 10:42", "incident"), 1, new Dictionary<string, bool> { ["at"] = true }).Fault, Is.EqualTo("There is no --when here. Options: --at."));

    [Test]
    public void An_option_without_its_value_is_said() => Assert.That(
        Arguments.Read(Line.Read("note x --at", "incident"), 1, new Dictionary<string, bool> { ["at"] = true }).Fault, Is.EqualTo("--at needs a value behind it."));

    [FsCheck.NUnit.Property]
    public bool What_the_program_writes_reads_as_it_was_meant(string value)
    {
        var text = (value ?? "").Trim();
        var line = Line.Read($"INC-1 note {LineWriter.Quote(text)} end", "incident");
        return line.Words.Count == 4 && line.Words[2].Text == text && line.Words[2].Quoted;
    }

    [TestCase("a line  \nand the next, with \"quotes\", \\ and -- dashes\n\n    code")]
    [TestCase("--over is a word here, — too")]
    public void A_quoted_text_arrives_as_it_was(string text) => Assert.That(
        Arguments.Read(Line.Read($"INC-1 review write well {LineWriter.Quote(text)} --over 3", "incident"), 2, new Dictionary<string, bool> { ["over"] = true }).Rest(2), Is.EqualTo(text));

    [TestCase("10:42", "2026-11-23T10:42")]
    [TestCase("13:30", "2026-11-22T13:30")]
    [TestCase("yesterday 10:42", "2026-11-22T10:42")]
    [TestCase("20m ago", "2026-11-23T11:40")]
    [TestCase("1h30m ago", "2026-11-23T10:30")]
    [TestCase("2026-11-20 08:00", "2026-11-20T08:00")]
    [TestCase("2026-11-20T08:00+02:00", "2026-11-20T06:00")]
    public void Moments_are_read_as_people_write_them(string text, string moment) =>
        Assert.That(Moments.Past(text, Now), Is.EqualTo(DateTimeOffset.Parse(moment + "Z")));

    [TestCase("3d", "2026-11-26T12:00")]
    [TestCase("2026-12-01", "2026-12-01T23:59")]
    [TestCase("friday", "2026-11-27T23:59")]
    [TestCase("tomorrow", "2026-11-24T23:59")]
    public void Due_dates_are_read_as_people_write_them(string text, string moment) =>
        Assert.That(Moments.Due(text, Now), Is.EqualTo(DateTimeOffset.Parse(moment + "Z")));

    [TestCase("soon")]
    [TestCase("25:99")]
    [TestCase("99999999999d")]
    [TestCase("-5m ago")]
    [TestCase("")]
    public void What_is_no_time_is_not_read(string text) => Assert.That((Moments.Past(text, Now), Moments.Span(text)), Is.EqualTo(((DateTimeOffset?)null, (TimeSpan?)null)));
}
