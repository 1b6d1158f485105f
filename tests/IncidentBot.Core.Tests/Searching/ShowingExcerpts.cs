namespace IncidentBot.Core.Tests;

public sealed class ShowingExcerpts
{
    [TestCase("The disk of db-1 is full", "disk", "The [disk] of db-1 is full")]
    [TestCase("The disk of db-1 is full", "ful", "The disk of db-1 is [full]")]
    [TestCase("Ärger im Café", "cafe arger", "[Ärger] im [Café]")]
    [TestCase("roll back, roll on", "\"roll back\" roll", "[roll back], [roll] on")]
    [TestCase("two\nlines  and\tspaces", "lines", "two [lines] and spaces")]
    [TestCase("支付失败了", "失败", "支付[失败]了")]
    [TestCase("nothing of it", "elsewhere", "nothing of it")]
    [TestCase("<b>bold</b>", "bold", "<b>[bold]</b>")]
    public void What_was_looked_for_is_marked(string text, string typed, string marked) => Assert.That(Marked(text, typed), Is.EqualTo(marked));

    [Test]
    public void A_long_text_is_cut_around_the_first_match()
    {
        var excerpt = Marked($"{string.Concat(Enumerable.Repeat("before ", 50))}needle {string.Concat(Enumerable.Repeat("after ", 80))}", "needle");
        Assert.That(excerpt, Does.StartWith("…before").And.Contain(" [needle] after").And.EndsWith("…"));
        Assert.That(excerpt, Has.Length.InRange(200, 250));
    }

    [Test]
    public void No_character_is_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("🚨", 400));
        Assert.That(Excerpt.Of(text, []).Text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False);
        Assert.That(Excerpt.Of("x" + text, []).Text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False);
    }

    private static string Marked(string text, string typed) =>
        string.Concat(Excerpt.Of(text, SearchTerm.Read(typed)).Pieces.Select(piece => piece.IsMatch ? $"[{piece.Text}]" : piece.Text));
}
