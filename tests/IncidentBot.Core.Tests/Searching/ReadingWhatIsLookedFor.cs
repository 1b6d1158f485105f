using FsCheck;
using FsCheck.Fluent;

namespace IncidentBot.Core.Tests;

public sealed class ReadingWhatIsLookedFor
{
    [TestCase("Checkout is DOWN", "checkout|is|down*")]
    [TestCase("\"roll back\" now", "roll back|now*")]
    [TestCase("now “roll back”", "now|roll back")]
    [TestCase("db-1", "db 1")]
    [TestCase("v42.10", "v42 10*")]
    [TestCase("ana@example.com failed", "ana example com|failed*")]
    [TestCase("x", "x")]
    [TestCase("Ärger im CAFÉ", "arger|im|cafe*")]
    [TestCase("cafe\u0301", "cafe*")]
    [TestCase("Straße ﬀ", "strasse|ﬀ")]
    [TestCase("支付 失败", "支 付|失 败")]
    [TestCase("हिन्दी", "हिन्दी*")]
    [TestCase("a \"b", "a|b")]
    [TestCase("AND OR NOT NEAR(a b) words:x* -y ^z", "and|or|not|near a|b|words x|y|z")]
    [TestCase("?! 🚨 \"…\" --", "")]
    public void Words_are_read_as_people_type_them(string typed, string terms) =>
        Assert.That(string.Join('|', SearchTerm.Read(typed).Select(term => string.Join(' ', term.Words) + (term.Begins ? "*" : ""))), Is.EqualTo(terms));

    [TestCase("checkout roll", true)]
    [TestCase("roll checkout", false)]
    [TestCase("checkout \"roll\"", false)]
    [TestCase("checkout r", false)]
    public void Only_the_last_word_may_be_a_beginning(string typed, bool found) => Assert.That(Holds("rollback done, checkout is fine", typed), Is.EqualTo(found));

    [Test]
    public void A_phrase_stands_in_this_order()
    {
        Assert.That(Holds("we roll it back", "\"roll back\""), Is.False);
        Assert.That(Holds("we Roll back.", "\"roll back\""), Is.True);
    }

    [Test]
    public void Any_text_can_be_read_and_is_found_in_itself()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_261_123, 7), Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var (typed, tokens) = (text ?? "", SearchTokens.Of(text ?? ""));
            Assert.That(tokens.All(token => token.Length > 0 && token.Start + token.Length <= typed.Length && token.Folded.Length > 0 && !token.Folded.Contains(' ')), Is.True);
            Assert.That(SearchTerm.Read(typed).All(term => term.PlacesIn(tokens).Any()), Is.True);
            Assert.That(Excerpt.Of(typed, SearchTerm.Read(typed)).Text.Length, Is.LessThanOrEqualTo(242));
        }));
    }

    private static bool Holds(string text, string typed) => SearchTerm.Read(typed).All(term => term.PlacesIn(SearchTokens.Of(text)).Any());
}
