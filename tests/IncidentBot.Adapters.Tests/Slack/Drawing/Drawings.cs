using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Adapters.Tests.Slack.Drawing;

/// <summary>Everything that the bot draws for Slack, by name.</summary>
internal static class Drawings
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What draws them.</summary>
    public static SlackDrawing Hand { get; } = new(new SlackPages(new Uri("https://incidents.example/")), new PolicyBook(DefaultPolicy.Create()));

    /// <summary>Messages: a text and its blocks.</summary>
    public static async Task<SortedDictionary<string, Drawn>> MessagesAsync()
    {
        var drawn = new SortedDictionary<string, Drawn>(StringComparer.Ordinal);
        foreach (var (name, incident) in await CardsAsync()) drawn[$"card {name}"] = Hand.Of(IncidentCard.Full(incident, DefaultPolicy.Create(), Person.Bot, House.Empty), incident.LastNews);
        foreach (var (who, viewer) in Viewers) drawn[$"card offered, to {who}"] = Hand.Of(IncidentCard.Full((await CardsAsync()).Single(card => card.Name == "offered").Incident, DefaultPolicy.Create(), viewer, House.Empty));
        foreach (var (name, incident) in await CardsAsync()) drawn[$"announcement {name}"] = Hand.Announcement(incident, DefaultPolicy.Create());
        // Counted within their kind, so that a new sample renames none of the others.
        foreach (var kind in EventSamples.All.GroupBy(sample => sample.GetType().Name))
            foreach (var (sample, number) in kind.Select((sample, place) => (sample, place + 1)))
                if (RoomDrawing.Of(Entry(sample, 7), DefaultPolicy.Create()) is { } message) drawn[$"told {kind.Key} {number}"] = Hand.Of(message, 7);
        drawn["said message"] = Hand.Said(Entry(new MessagePosted("I see 500s since 11:50, look: https://grafana.example/d/1?a=b&c=d. `kubectl get pods` says <!channel> *no*"), 12));
        drawn["said late"] = Hand.Said(Entry(new MessagePosted("the disk is full"), 12) with { RecordedAt = Story.Begin.AddMinutes(20) });
        drawn["said edit"] = Hand.Said(Entry(new MessageEdited(12, "I see 502s since 11:50"), 13));
        drawn["said deletion"] = Hand.Said(Entry(new MessageDeleted(12), 14));
        drawn["said file"] = Hand.Said(Entry(new FileShared("graph.png", "image/png", 34_567, new string('a', 64)), 15));
        drawn["said with code"] = Hand.Said(Entry(new MessagePosted("look:\n```\nERROR <@U1> *pool* is empty\n```\nagain"), 12));
        drawn["said too long"] = Hand.Said(Entry(new MessagePosted(string.Join(' ', Enumerable.Repeat("word", 4_000))), 16));
        foreach (var (name, reply) in await RepliesAsync()) drawn[$"reply {name}"] = Hand.Of(reply);
        return drawn;
    }

    /// <summary>Modals and homes.</summary>
    public static async Task<SortedDictionary<string, View>> ViewsAsync()
    {
        var drawn = new SortedDictionary<string, View>(StringComparer.Ordinal);
        foreach (var (line, form) in await FormsAsync()) drawn[$"form {line}"] = SlackForm.Draw(form, new FormMemory(form, new IncidentId(1), "C1"));
        drawn["notice"] = Hand.Notice(new Reply("INC-1 is declared: SEV3 “Checkout is down”. Its room is open."));
        drawn["home empty"] = Hand.Home([], []);
        var open = (await CardsAsync()).Select(card => card.Incident).Where(incident => incident.Stage.IsOpen()).Select(IncidentSummary.Of).ToList();
        drawn["home"] = Hand.Home(open[..1], open);
        drawn["home of many"] = Hand.Home(Many(30, 1), Many(30, 100));
        drawn["home of somebody new"] = Hand.Home([], open);
        return drawn;
    }

    /// <summary>So many open incidents.</summary>
    public static IReadOnlyList<IncidentSummary> Many(int count, int first) =>
        [.. Enumerable.Range(first, count).Select(number => IncidentSummary.Of(new Incident(new IncidentId(number)) { Number = 1, Title = $"Checkout {number} is down", DeclaredAt = Story.Begin }))];

    /// <summary>Every form that a line opens, by the line.</summary>
    public static async Task<IReadOnlyList<(string Line, Form Form)>> FormsAsync()
    {
        var house = new SignedInHouse();
        var (_, boss) = await house.EnterAsync("Boss", "leads");
        await house.EnterAsync("Ben");
        var at = house.At;
        await at.Hear(boss, "declare \"Checkout is down\"");
        await at.Hear(boss, "declare \"Search is down\"");
        foreach (var line in new[] { "lead", "triage", "impact nobody can pay", "update internal looking" }) await at.Hear(boss, line, 1);
        await at.Hear(boss, "cancel a false alarm", 2);
        var forms = new List<(string, Form)>();
        foreach (var (line, room) in new[]
        {
            ("declare", 0), ("declare --drill", 0), ("update", 1), ("update public", 1), ("impact", 1), ("note", 1), ("decision", 1), ("followup add", 1), ("handoff", 1), ("severity sev4", 1),
            ("cancel", 1), ("reopen", 2), ("review add factors", 1), ("review reopen", 1), ("replay", 1), ("hold", 1), ("redact 2", 1), ("token make", 0), ("people shut-out @ben", 0),
        })
            forms.Add((line, (await at.Hear(boss, line, room)).Form ?? throw new InvalidOperationException($"“{line}” opens no form any more.")));
        return forms;
    }

    /// <summary>As an approved file shows them.</summary>
    public static string Readably(JsonElement json) => JsonNode.Parse(json.GetRawText())!.ToJsonString(Readable);

    private static async Task<IReadOnlyList<(string Name, Incident Incident)>> CardsAsync()
    {
        var at = new DeskFixture();
        var cards = new List<(string, Incident)>();
        async Task Hear(string line, int room = 0)
        {
            if (await at.Hear(Ana, line, room) is { Refused: true } refused) throw new InvalidOperationException($"“{line}”: {refused.Text}");
        }
        async Task Card(string name, int room) => cards.Add((name, (await at.Desk.FindAsync(new IncidentId(room), Person.Bot))!));
        await Hear("declare \"Checkout is down\" --severity sev2 --service checkout,payments");
        await Card("declared", 1);
        foreach (var (name, line) in Course)
        {
            await Hear(line, 1);
            await Card(name, 1);
        }
        foreach (var (name, declared, ended) in Others)
        {
            await Hear(declared);
            if (ended.Length > 0) await Hear(ended, cards.Count - Course.Count + 1);
            await Card(name, cards.Count - Course.Count + 1);
        }
        return cards;
    }

    private static readonly IReadOnlyList<(string Who, Person Person)> Viewers =
        [("a reader", Outsider with { Right = Right.Reader }), ("a responder", Cleo), ("the commander", Ana), ("whom it is offered to", Ben)];

    private static readonly IReadOnlyList<(string Name, string Line)> Course =
    [
        ("commanded", "lead"), ("in triage", "triage"), ("with impact", "impact nobody can pay"), ("told to the team", "update internal we are looking"), ("contained", "contain"),
        ("remediated", "remediate"), ("monitored", "monitor"), ("offered", "handoff @Ben I need sleep"), ("in review", "resolve --override \"it holds\""), ("closed", "close --override \"small\""),
    ];

    private static readonly IReadOnlyList<(string Name, string Declared, string Ended)> Others =
    [
        ("of a drill", "declare \"A drill: the region is gone\" --severity sev1 --drill", ""),
        ("of a hostile title", "declare \"<!channel> <@U1> & *all* of it\" --severity sev4", ""),
        ("private", "declare \"Somebody read what is not theirs\" --type security", ""),
        ("of a critical one", "declare \"Everything is down\" --severity sev1", ""),
        ("cancelled", "declare \"Search is slow\"", "cancel a false alarm"),
        ("merged", "declare \"Card payments fail\"", "merge INC-5"),
    ];

    private static async Task<IReadOnlyList<(string Name, Reply Reply)>> RepliesAsync()
    {
        var at = new DeskFixture();
        var replies = new List<(string, Reply)>();
        foreach (var (line, room) in new[]
        {
            ("list", 0), ("declare \"Checkout is down\"", 0), ("", 0), ("", 1), ("lead", 1), ("resolve", 1), ("close", 1), ("triage", 1), ("contain", 1), ("catchup", 1), ("role list", 1), ("help", 0), ("severty sev1", 1),
            ("note", 0), ("info INC-9", 0), ("review", 1), ("search checkout", 0), ("verify", 1), ("me", 0), ("metrics", 0), ("followup", 1), ("handoff accept", 1), ("retry 1.0", 1),
        })
            replies.Add(($"{(room == 0 ? "" : "in a room ")}“{line}”", await at.Hear(Ana, line, room)));
        return replies;
    }

    private static Recorded Entry(IncidentEvent happened, int number) => new(
        new IncidentId(1), number, number, Story.Begin, Story.Begin, Ana, "web", "", happened, [], EntryHash.Zero, EntryHash.Zero);
}
