using System.Globalization;
using System.Text;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Hearing.Doors;
using IncidentBot.TestKit;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>Slack's own example, and what is close to it.</summary>
public sealed class ProvingRequests
{
    private const string Stamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Test]
    public void Slacks_own_example_is_known_as_Slacks() => Assert.That(Check(), Is.EqualTo(SlackProof.Proven));

    [TestCase(300, ExpectedResult = SlackProof.Proven)]
    [TestCase(301, ExpectedResult = SlackProof.Stale)]
    [TestCase(-300, ExpectedResult = SlackProof.Proven)]
    [TestCase(-301, ExpectedResult = SlackProof.Stale)]
    public object Five_minutes_either_way_are_the_window(int later) => Check(later: later);

    [TestCase(null, Signature, ExpectedResult = SlackProof.Unsigned)]
    [TestCase(Stamp, null, ExpectedResult = SlackProof.Unsigned)]
    [TestCase("soon", Signature, ExpectedResult = SlackProof.Stale)]
    [TestCase("-1531420618", Signature, ExpectedResult = SlackProof.Stale)]
    [TestCase("1531420618.0", Signature, ExpectedResult = SlackProof.Stale)]
    [TestCase("9223372036854775807", Signature, ExpectedResult = SlackProof.Stale)]
    [TestCase("99999999999999999999", Signature, ExpectedResult = SlackProof.Stale)]
    [TestCase("01531420618", Signature, ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504", ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5", ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300", ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v0=not hexadecimal at all, but it is as long as a signature would", ExpectedResult = SlackProof.Forged)]
    [TestCase(Stamp, "v0=", ExpectedResult = SlackProof.Forged)]
    public object Anything_else_is_not(string? stamp, string? signature) => Check(stamp, signature);

    [Test]
    public void A_single_other_byte_is_noticed() => Assert.That(Check(body: Body.Replace("foobar", "foobaz")), Is.EqualTo(SlackProof.Forged));

    [Test]
    public void While_secrets_are_rotated_both_are_good()
    {
        Assert.That(Check(secrets: ["the next one", HearingHouse.Secret]), Is.EqualTo(SlackProof.Proven));
        Assert.That(Check(secrets: ["the next one", "another"]), Is.EqualTo(SlackProof.Forged));
        Assert.That(Check(secrets: ["", " "]), Is.EqualTo(SlackProof.Forged), "no secret proves nothing");
    }

    private static SlackProof Check(string? stamp = Stamp, string? signature = Signature, string body = Body, int later = 0, params string[] secrets)
    {
        var clock = new StandingClock(DateTimeOffset.FromUnixTimeSeconds(long.Parse(Stamp, CultureInfo.InvariantCulture) + later));
        var headers = new HeaderDictionary();
        if (stamp is not null) headers["X-Slack-Request-Timestamp"] = stamp;
        if (signature is not null) headers["X-SLACK-signature"] = signature;
        return new SlackSignature(new SlackOptions { SigningSecrets = secrets.Length == 0 ? [HearingHouse.Secret] : [.. secrets] }, clock).Check(headers, Encoding.UTF8.GetBytes(body));
    }
}
