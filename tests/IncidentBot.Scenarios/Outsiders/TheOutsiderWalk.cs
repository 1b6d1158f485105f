using System.Globalization;
using System.Net;
using IncidentBot.Scenarios.WarRoom;
using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>Somebody who is no member walks every page, endpoint, verb and stream, and learns nothing.</summary>
internal abstract class TheOutsiderWalk
{
    private static readonly IncidentId Nowhere = new(999);

    private PrivateHouse house = null!;
    private Outsider eve = null!;

    [OneTimeSetUp]
    public async Task Build() => (house, eve) = await BuildAsync();

    /// <summary>The house, and who walks through it.</summary>
    protected abstract Task<(PrivateHouse House, Outsider Outsider)> BuildAsync();

    [Test]
    public async Task The_house_has_private_incidents_of_every_kind()
    {
        var stages = new List<(string, Stage)>();
        foreach (var secret in house.Secrets)
        {
            var incident = (await house.Desk.FindAsync(secret.Id, Person.Bot))!;
            Assert.That((incident.IsPrivate, incident.Title), Is.EqualTo((true, incident.Title)));
            Assert.That(incident.Title, Does.Contain(PrivateHouse.Word));
            if (incident.Stage is not Stage.Identification) stages.Add((secret.Kind, incident.Stage));
        }
        Assert.That(stages, Is.EqualTo(new[] { ("merged", Stage.Merged), ("merged into a public one", Stage.Merged), ("closed", Stage.Closed), ("cancelled", Stage.Cancelled), ("reopened", Stage.Triage) }));
        Assert.That((await house.Desk.FindAsync(house["plain"].Id, Person.Bot))!, Has.Property("Review").Not.Null.And.Property("FollowUps").Not.Empty.And.Property("Updates").Not.Empty);
        Assert.That((await house.Desk.FindAsync(house["declared by an alert"].Id, Person.Bot))!.Alerts, Is.Not.Empty);
        Assert.That((await house.Desk.FindAsync(house.GoneOn, Person.Bot))!.MergedInto, Is.EqualTo(house["absorbing"].Id));
    }

    [Test]
    public async Task A_member_reads_the_word_nearly_everywhere()
    {
        var plain = house["plain"];
        var read = new List<string>();
        foreach (var way in Way.All(house.Host).Where(way => way is { Method: "GET", IsStream: false, IsAboutOne: true } && !way.Path.StartsWith("/api", StringComparison.Ordinal)))
        {
            using var answer = await house.Member.GetAsync(way.AimedAt(plain.Id, plain));
            if ((await Answered.OfAsync(answer)).Text.Contains(PrivateHouse.Word, StringComparison.OrdinalIgnoreCase)) read.Add(way.Path);
        }
        Assert.That(read, Is.SupersetOf(new[] { "/files/{sha256}", "/incidents/{id}", "/incidents/{id}/bundle.zip", "/incidents/{id}/review", "/incidents/{id}/review.json", "/rooms/{room}", "/rooms/{room}/earlier" }));
    }

    [Test]
    public async Task Every_way_answers_about_a_private_incident_as_about_one_that_does_not_exist()
    {
        var faults = new List<string>();
        foreach (var way in Way.All(house.Host).Where(way => way.IsAboutOne || way.Path is "/api/lines" or "/search" or "/api/search" or "/incidents/visible"))
            foreach (var secret in house.Secrets)
            {
                var (hidden, missing) = (await TakeAsync(way, secret.Id, secret), await TakeAsync(way, Nowhere, secret));
                if (hidden != missing) faults.Add($"{way}, {secret.Kind}:\n{hidden}\n--- but one that does not exist:\n{missing}");
            }
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task No_way_tells_a_word_of_a_private_incident()
    {
        var faults = new List<string>();
        foreach (var way in Way.All(house.Host).Where(way => !way.IsStream))
            foreach (var aim in way.IsAboutOne ? [house.Public, house.GoneOn, IncidentId.House] : new[] { house.Public })
            {
                if (way.Method == "GET" && aim.IsHouse && !way.Path.StartsWith("/rooms", StringComparison.Ordinal)) continue;
                using var answer = await way.TakeAsync(eve, aim, house["plain"]);
                if (Tells((await Answered.OfAsync(answer)).Text)) faults.Add($"{way} about {aim}");
            }
        Assert.That(faults, Is.Empty);
    }

    [TestCase("/?")]
    [TestCase("/incidents?text=quetz")]
    [TestCase("/incidents?show=ended")]
    [TestCase("/incidents?show=open")]
    [TestCase("/incidents?figure=all&period=30d")]
    [TestCase("/search?q=quetz")]
    [TestCase("/insights?period=30d")]
    [TestCase("/insights?service=quetzal7-db", true)]
    [TestCase("/api/incidents?take=500")]
    [TestCase("/api/incidents?text=quetz")]
    [TestCase("/api/insights?period=30d")]
    [TestCase("/api/search?q=quetz")]
    [TestCase("/metrics")]
    [TestCase("/health/ready")]
    public async Task No_list_names_one_not_even_by_its_number(string path, bool echoes = false)
    {
        using var answer = path.StartsWith("/api", StringComparison.Ordinal) || path == "/metrics" ? await eve.Script.GetAsync(new Uri(path, UriKind.Relative)) : await eve.Browser.GetAsync(path);
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{answer.StatusCode}");
        var text = (await Answered.OfAsync(answer)).Text;
        Assert.That(text.Contains("title of", StringComparison.Ordinal) || (!echoes && Tells(text)), Is.False);
        // What is merged with a public incident is named by its number there, and nothing else of it.
        Assert.That(house.Secrets.Where(secret => secret.Kind is not ("absorbing" or "merged into a public one")).Where(secret => text.Contains($"{secret.Id}<", StringComparison.Ordinal) || text.Contains($"\"{secret.Id}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task No_verb_tells_a_word_and_each_answers_as_if_the_incident_did_not_exist()
    {
        var faults = new List<string>();
        foreach (var secret in house.Secrets)
            foreach (var line in AllVerbs.Create().All.SelectMany(Lines))
            {
                var (hidden, missing) = (await SayAsync(string.Format(CultureInfo.InvariantCulture, line, secret.Id)), await SayAsync(string.Format(CultureInfo.InvariantCulture, line, Nowhere)));
                if (hidden != missing || Tells(hidden)) faults.Add($"{line}, {secret.Kind}: {hidden}\n--- but one that does not exist: {missing}");
            }
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task No_stream_tells_anything_while_members_act()
    {
        var streams = new List<(Way Way, LivePage Page)>();
        foreach (var way in Way.All(house.Host).Where(way => way.IsStream))
            streams.Add((way, await eve.Browser.StreamAsync(way.AimedAt(house.Public, house["plain"]))));
        streams.Add((streams[0].Way, await eve.Browser.StreamAsync("/rooms/general/events?after=0")));
        // Some are for admins alone.
        streams.RemoveAll(stream => stream.Page.Status != HttpStatusCode.OK);
        Assert.That(streams, Has.Count.GreaterThanOrEqualTo(8));
        foreach (var (_, page) in streams) await page.UntilAsync("id=\"rooms\"");
        foreach (var secret in house.Secrets) await ActAsync(secret);
        await house.Member.SayAsync("general", "beacon");
        foreach (var (way, page) in streams)
        {
            Assert.That(await page.UntilAsync(item => item.EventType == "news" && item.Data.StartsWith("general ", StringComparison.Ordinal)), Is.Not.Null, way.ToString());
            var told = string.Join('\n', page.Seen.Select(item => $"{item.EventType} {item.Data}"));
            Assert.That(Tells(told), Is.False, way.ToString());
            Assert.That(house.Secrets.Where(secret => told.Contains($"{secret.Id} ", StringComparison.Ordinal) || told.Contains($"\"{secret.Id}\"", StringComparison.Ordinal)), Is.Empty, way.ToString());
            page.Dispose();
        }
    }

    [Test]
    public async Task A_stream_is_as_quiet_as_if_nothing_happened()
    {
        using var stream = await eve.Browser.StreamAsync("/incidents/events");
        await stream.UntilAsync("id=\"rooms\"");
        var before = stream.Seen.Count;
        foreach (var secret in house.Secrets) await ActAsync(secret);
        await house.Member.SayAsync("general", "beacon");
        await stream.UntilAsync(item => item.EventType == "news");
        Assert.That(stream.Seen.Skip(before).Where(item => item.EventType != "beat").Select(item => item.EventType), Is.EqualTo(new[] { "news" }));
    }

    [Test]
    public async Task Every_refused_look_is_on_the_incidents_own_timeline_where_members_read_it()
    {
        // The one that an alert declared has no member: nobody reads it here.
        foreach (var secret in house.Secrets.Where(secret => secret.Kind != "declared by an alert"))
        {
            using var look = await eve.Browser.GetAsync($"/rooms/{secret.Id}");
            await UntilAsync(async () => await TimelineAsync(secret), $"{eve.Person.Name} ({eve.Person.Id}) looked for this incident by web and was not let in");
        }
    }

    private async Task<string> TimelineAsync(Secret secret)
    {
        using var answer = await house.Member.GetAsync($"/incidents/{secret.Id}?show=everything");
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task UntilAsync(Func<Task<string>> read, string words)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await read()).Contains(words, StringComparison.Ordinal)) return;
            await Task.Delay(50);
        }
        Assert.Fail($"“{words}” never came.");
    }

    private async Task ActAsync(Secret secret)
    {
        await house.Member.SayAsync(secret.Id.ToString(), $"{PrivateHouse.Word} once more");
        foreach (var line in new[] { $"note \"{PrivateHouse.Word} note\"", $"impact \"{PrivateHouse.Word} so\"", $"followup \"{PrivateHouse.Word} later\"", $"review add lessons \"{PrivateHouse.Word}\"" })
            await house.Member.PressAsync("general", $"{secret.Id} {line}");
    }

    private async Task<Answered> TakeAsync(Way way, IncidentId incident, Secret like)
    {
        using var answer = await way.TakeAsync(eve, incident, like);
        return (await Answered.OfAsync(answer)).Neutral(way.AimedAt(incident, like));
    }

    private async Task<string> SayAsync(string line)
    {
        var reply = await house.Desk.HearAsync(new Heard(line, eve.Person, "web", IncidentId.House));
        return new Answered(default, "", $"{ReplyText.Of(reply)}\n{reply.Missing} {reply.Refused} {reply.Incident} {reply.Entries.Count}").Neutral(line).Text;
    }

    // From the general room; a declaration that is no question about an incident would declare one.
    private IEnumerable<string> Lines(Verb verb)
    {
        yield return $"{{0}} {verb.Word}";
        yield return $"{{0}} {verb.Word} 1 \"let me in\"";
        yield return $"{{0}} {verb.Word} add @eve";
        if (verb is DeclareVerb) yield break;
        yield return $"{verb.Word} {{0}}";
        yield return $"{verb.Word} {{0}} @eve";
        if (verb.Word == Move.Merge.Verb()) yield return $"{house.Public} {verb.Word} {{0}}";
    }

    private static bool Tells(string text) => text.Contains(PrivateHouse.Word, StringComparison.OrdinalIgnoreCase);
}
