using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Api;

public sealed class NoInputBreaksIt : ApiScenario
{
    private static readonly string[] Scraps =
    [
        "INC-1", "INC-99999999999", "--reason", "--at", "--", "-", "@ana", "@", "\"", "“", "”", "\\", "sev1", "SEV9", "now", "yesterday 25:61", "3d", "0", "-1", "99999999999999999999",
        "\0", "\ud83d\ude00", "<script>", "{person}", "{}", "[", "null", "true", "\n", "\t", "DECISION:", "TODO:", "IMPACT:", "commander", "private", "1.1", "#", "/incident", "%00", "é",
    ];

    private static readonly string[] Words = [.. AllVerbs.Create().All.SelectMany(verb => verb.Options.Keys.Select(option => "--" + option).Prepend(verb.Word)), .. Scraps];

    private static Arbitrary<string> Lines { get; } = Gen.Elements(Words).ListOf()
        .SelectMany(words => ArbMap.Default.GeneratorFor<string>().Select(text => string.Join(' ', words.Take(9).Append(text ?? ""))))
        .ToArbitrary();

    private static Arbitrary<string> Bodies { get; } = Gen.Elements(
            "{", "}", "[", "]", ",", ":", "\"line\"", "\"by\"", "\"room\"", "\"key\"", "\"text\"", "\"ana\"", "\"declare x\"", "\"INC-1\"", "\"\\ud800\"", "null", "1e999", "true", "\"\"", "\"\\u0000\"", "\u00ff", "{\"by\":\"ana\",\"text\":", "{\"line\":\"list\",\"by\":")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Test]
    public void No_line_makes_the_desk_throw()
    {
        var desk = Host.Services.GetRequiredService<IncidentDesk>();
        Check(Prop.ForAll(Lines, line =>
        {
            foreach (var room in new[] { IncidentId.House, new IncidentId(1) })
            {
                var reply = desk.HearAsync(new Heard(line, Person.WhoSays("ana"), "test", room)).AsTask().GetAwaiter().GetResult();
                if (reply.Text.Length == 0) return false;
                desk.SayAsync(new Said(line, Person.WhoSays("ana"), "test", room)).AsTask().GetAwaiter().GetResult();
            }
            return true;
        }));
    }

    [Test]
    public void No_line_makes_the_API_answer_anything_but_200_with_a_reply() => Check(Prop.ForAll(Lines, line =>
    {
        var (status, reply) = Client.PostAsync("/api/lines", new { line, by = "ana" }).GetAwaiter().GetResult();
        return (status == HttpStatusCode.OK && reply.Text("reply")!.Length > 0) || status == HttpStatusCode.BadRequest;
    }));

    [Test]
    public void No_body_makes_the_API_fail() => Check(Prop.ForAll(Bodies, body =>
    {
        foreach (var path in new[] { "/api/lines", "/api/incidents/INC-1/messages", "/api/incidents/x/messages" })
        {
            using var content = new StringContent(body, Encoding.Latin1, "application/json");
            using var answer = Client.PostAsync(new Uri(path, UriKind.Relative), content).GetAwaiter().GetResult();
            if ((int)answer.StatusCode >= 500) return false;
        }
        return true;
    }));

    [Test]
    public void No_address_makes_the_API_fail() => Check(Prop.ForAll(Lines, Lines, (one, other) =>
    {
        var address = $"/api/incidents/{Uri.EscapeDataString(one.Replace("\\", "").Replace(".", ""))}/timeline?after={Uri.EscapeDataString(other)}&{Uri.EscapeDataString(one)}";
        using var answer = Client.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
        return (int)answer.StatusCode < 500;
    }));

    private static int Rounds => Environment.GetEnvironmentVariable("INCIDENTBOT_TESTS") == "full" ? 5_000 : 150;

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Rounds).WithReplay(20_261_123, 7), property);
}
