using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using IncidentBot.TestKit;

namespace IncidentBot.Core.Tests;

/// <summary>Whatever people, incidents, memberships and links there are: nobody reads what they may not see, and everybody what they may.</summary>
public sealed class WhoReadsWhat
{
    private const int Incidents = 4;

    private static readonly Person[] People = [.. Names.SelectMany((name, at) => new[] { Person.WhoSays(name), new Person(new PersonId(string.Create(CultureInfo.InvariantCulture, $"slack:T1/U{at}")), name) })];

    private static string[] Names => ["Ana", "Ben", "Cleo", "Dan"];

    [FsCheck.NUnit.Property(MaxTest = 20)]
    public Property No_answer_tells_a_word_of_what_its_asker_may_not_see_and_lists_tell_what_they_may() => Prop.ForAll(
        RandomSeed.Any, seed => CheckAsync(seed).GetAwaiter().GetResult());

    [Test]
    public async Task The_lives_that_are_lived_are_worth_it()
    {
        var (hidden, shared, linked) = (0, 0, 0);
        for (var seed = 1; seed < 30; seed++)
        {
            var at = await LiveAsync(seed);
            var (incidents, same) = await StandAsync(at);
            foreach (var (person, incident) in People.SelectMany(person => incidents.Select(incident => (person, incident))))
                if (!Sees(person, incident, same)) hidden++;
                else if (incident.IsPrivate && !incident.Members.Contains(person.Id)) shared++;
            linked += same.Count(link => link.Value.Count > 1);
        }
        Assert.That((hidden > 250, shared > 30, linked > 30), Is.EqualTo((true, true, true)), $"{hidden} hidden, {shared} seen by a link alone, {linked} linked");
    }

    private static async Task<DeskFixture> LiveAsync(int seed)
    {
        var chance = new Random(seed);
        var at = new DeskFixture(DefaultPolicy.Create() with { Authority = [], Exits = [] });
        for (var number = 1; number <= Incidents; number++)
            await at.Hear(People[number % People.Length], $"declare sev3 \"{Word(number)} is wrong\" --service {Word(number)} {(number % 2 == 0 ? "--private" : "")}");
        for (var deed = 0; deed < 60; deed++) await DoAsync(at, chance.Next(1_000_000));
        return at;
    }

    // Refusals are part of a life: they change nothing.
    private static async Task DoAsync(DeskFixture at, int pick)
    {
        var (by, other, room) = (People[pick % People.Length], People[pick / 11 % People.Length], 1 + (pick / 3 % Incidents));
        at.Clock.Now += TimeSpan.FromMinutes(pick % 7);
        if (pick % 13 == 0) await at.LinkAsync(by, other);
        else if (pick % 13 < 3) await at.Hear(by, $"me unlink {other.Id}");
        else if (pick % 13 < 5) await at.Say(by, $"{(pick % 5 == 0 ? "DECISION: " : "")}{Word(room)} was said", room);
        else await at.Hear(by, Line(pick, room, other), room);
    }

    private static string Line(int pick, int room, Person other) => (pick / 13 % 16) switch
    {
        0 or 1 or 2 => "private",
        3 => "public",
        4 or 5 => $"member add @{Named(other)}",
        6 or 7 => $"member remove @{Named(other)}",
        8 => $"note \"{Word(room)} is full\"",
        9 => $"impact \"{Word(room)} hurts\"",
        10 => $"followup \"{Word(room)} later\" --owner @{Named(other)} --due 2w",
        11 => $"handoff @{Named(other)} \"{Word(room)} is yours\"",
        12 => "lead",
        13 => $"review write summary \"{Word(room)} was it\"",
        14 => string.Create(CultureInfo.InvariantCulture, $"merge INC-{1 + (pick % Incidents)} \"{Word(room)} is the same\""),
        _ => pick % 2 == 0 ? $"cancel \"{Word(room)} is nothing\"" : $"reopen \"{Word(room)} is back\"",
    };

    private static async Task CheckAsync(int seed)
    {
        var at = await LiveAsync(seed);
        var (incidents, same) = await StandAsync(at);
        foreach (var person in People)
        {
            var (told, lists) = await AskAsync(at, person);
            foreach (var incident in incidents)
            {
                var (word, sees) = (Word((int)incident.Id.Number), Sees(person, incident, same));
                if (!sees) Assert.That(told.Where(answer => answer.Text.Contains(word, StringComparison.Ordinal)).Select(answer => $"{answer.Line}: {answer.Text}"), Is.Empty, $"{person.Id} on {incident.Id}");
                else Assert.That(lists, Does.Contain($"{word} is wrong"), $"{person.Id} on {incident.Id}");
                Assert.That(await at.Desk.FindAsync(incident.Id, person) is not null, Is.EqualTo(sees));
                Assert.That((await at.Hear(person, "info", (int)incident.Id.Number)).Text, sees ? Does.Contain(word) : Is.EqualTo($"There is no {incident.Id}. Look at the list of incidents."));
            }
        }
    }

    private static async Task<(IReadOnlyList<(string Line, string Text)> Told, string Lists)> AskAsync(DeskFixture at, Person person)
    {
        var told = new List<(string Line, string Text)>();
        foreach (var line in new[] { "list all", "list mine", "list closed", "search sesam", "search sesam --person @ana", "metrics", "verify", "me", "note", "help" })
            told.Add((line, ReplyText.Of(await at.Hear(person, line))));
        for (var number = 1; number <= Incidents; number++)
            foreach (var line in new[] { "catchup", "info", "role", "member", "followup", "review", "replay #1", "export", "verify", "reopen", $"INC-1 merge INC-{number}" })
                told.Add((line, ReplyText.Of(await at.Hear(person, line, number))));
        var report = await at.Catalog.ReportAsync(new InsightsFilter(Period.Customary(at.Clock.Now)), person, at.Clock.Now, default);
        told.Add(("insights", string.Join('\n', [.. report.FollowUps.Lines.Select(line => $"{line.Title} {line.FollowUp.Text}"), .. report.Services.Select(service => service.Service), .. report.Tallies.Select(tally => tally.Name)])));
        return (told, told[0].Text);
    }

    // Who may see what, counted anew from what is recorded: links and memberships, nothing else.
    private static async Task<(IReadOnlyList<Incident> Incidents, IReadOnlyDictionary<PersonId, HashSet<PersonId>> Same)> StandAsync(DeskFixture at)
    {
        var same = People.ToDictionary(person => person.Id, person => new HashSet<PersonId> { person.Id });
        foreach (var entry in await at.EntriesAsync(0))
            if (entry.Event is IdentitiesLinked linked)
            {
                var all = same[linked.One.Id].Union(same[linked.Other.Id]).ToHashSet();
                foreach (var id in all) same[id] = all;
            }
            else if (entry.Event is IdentityUnlinked { Identity: var alone })
            {
                same[alone].Remove(alone);
                same[alone] = [alone];
            }
        var incidents = new List<Incident>();
        for (var number = 1; number <= Incidents; number++) incidents.Add(Incident.From(new IncidentId(number), await at.EntriesAsync(number)));
        return (incidents, same);
    }

    private static bool Sees(Person person, Incident incident, IReadOnlyDictionary<PersonId, HashSet<PersonId>> same) =>
        !incident.IsPrivate || incident.Members.Overlaps(same[person.Id]);

    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"sesam{number}x");

    private static string Named(Person person) => Person.HandleOf(person.Name);
}
