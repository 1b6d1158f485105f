using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class NoticingSecrets
{
    // Put together here, so that whoever scans this repository for secrets finds none.
    private static IEnumerable<TestCaseData> Pasted =>
    [
        new("AKIA" + "IOSFODNN7EXAMPLE", "an AWS access key"),
        new("AIza" + new string('x', 35), "a Google API key"),
        new("xoxb-" + "1234567890-abcdefghij", "a Slack token"),
        new("https://hooks.slack" + ".com/services/T0000/B0000/abcdef", "a Slack webhook address"),
        new("ghp_" + new string('a', 36), "a GitHub token"),
        new("glpat-" + new string('a', 20), "a GitLab token"),
        new("sk_live_" + new string('a', 24), "a Stripe secret key"),
        new("npm_" + new string('a', 36), "an npm token"),
        new("-----BEGIN RSA " + "PRIVATE KEY-----", "a private key"),
        new("-----BEGIN " + "PRIVATE KEY-----", "a private key"),
        new("eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + new string('s', 43), "a signed web token (JWT)"),
        new("ib_k3J9_" + new string('t', 43), "a token of IncidentBot"),
        new("AccountKey=" + new string('z', 86) + "==", "an Azure storage or service key"),
        new("postgres://billing:s3cret@db.internal/billing", "an address with a password in it"),
    ];

    [TestCaseSource(nameof(Pasted))]
    public async Task Whoever_pastes_one_is_asked_to_redact_it(string secret, string what)
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Checkout is down\"");
        var reply = await house.Say(Ben, $"try with {secret} please", 1);
        Assert.That(reply.Text, Is.EqualTo($"This looks like {what}. Everybody who sees this timeline can read it. Redact it, and change the secret: it may have been seen."));

        var redacted = await house.Hear(Ben, reply.Instead[0]);

        Assert.That(redacted.Text, Is.EqualTo("Ben redacted entry 2: a secret was pasted."));
    }

    [Test]
    public async Task In_a_note_or_a_decision_too()
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Checkout is down\"");
        Assert.That((await house.Hear(Ana, "note \"the key is AKIA" + "IOSFODNN7EXAMPLE\"", 1)).Instead, Is.EqualTo(["INC-1 redact 2 \"a secret was pasted\""]));
    }

    [TestCase("see https://grafana.example/d/checkout and https://user@example.org/x")]
    [TestCase("commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 broke it")]
    [TestCase("xoxo, AKIA is a village, the private key is in the vault, eyJ is how they begin")]
    public async Task Ordinary_words_are_left_alone(string text)
    {
        var house = new DeskFixture();
        await house.Hear(Ana, "declare \"Checkout is down\"");
        Assert.That((await house.Say(Ben, text, 1)).Text, Is.EqualTo("Recorded."));
    }
}
