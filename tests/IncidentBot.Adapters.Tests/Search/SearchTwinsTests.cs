using FsCheck;
using FsCheck.Fluent;
using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Adapters.Tests.Search;

public sealed class SearchTwinsTests
{
    private static readonly Person[] People = [Ana, Ben, Cleo];
    private static readonly Person[] Viewers =
    [
        Ana, Ben, Cleo, Outsider, Person.Bot,
        Outsider with { AlsoKnownAs = [Ana.Id, Cleo.Id] }, Outsider with { SeesPrivate = true, Right = Right.Admin }, Ana with { Right = Right.None },
    ];
    private static readonly string[] Words = ["disk", "disks", "DISK", "café", "Cafe", "db-1", "db", "roll back", "roll", "支付失败", "付", "Straße", "ß", "x", "🚨", "don't", "\u0000"];
    private static readonly string[] Typed = [.. Words, "dis", "\"roll back\"", "\"db 1\"", "caf", "ba", "支付", "\"disk", "d", "dis*", "NOT disk", "words:disk", "(", "\" OR \"", "^disk", "-disk", "disk AND", "NEAR(disk db, 1)"];

    [Test]
    public void The_index_agrees_with_reading_everything_whatever_has_happened() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Stores.TestAmount.Of(usual: 60, full: 1_000)).WithReplay(20_261_123, 7),
            Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt[] Deeds, PositiveInt[] Asked)>(), script => AgreeAsync(script.Deeds, script.Asked).GetAwaiter().GetResult()));

    [Test]
    public void No_words_make_it_fail() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Stores.TestAmount.Of(usual: 500, full: 5_000)).WithReplay(20_261_123, 9), Prop.ForAll(
        Gen.Elements(Typed).Or(ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")).ListOf().Select(words => string.Join(' ', words)).ToArbitrary(),
        typed => Assert.That(async () => await Shared.Value.Index.FindAsync(new SearchQuery(typed is { Length: > 200 } ? typed[..200] : typed + " disk"), Ana, null, 5), Throws.Nothing)));

    private static readonly Lazy<FedIndex> Shared = new(() =>
    {
        var fed = new FedIndex();
        fed.Desk.Hear(Ana, "declare the disk").AsTask().GetAwaiter().GetResult();
        fed.FeedAsync().GetAwaiter().GetResult();
        return fed;
    });

    [OneTimeTearDown]
    public static void Forget()
    {
        if (Shared.IsValueCreated) Shared.Value.Dispose();
    }

    private static async Task AgreeAsync(PositiveInt[] deeds, PositiveInt[] asked)
    {
        using var fed = new FedIndex();
        await fed.Desk.Hear(Ana, "declare disk café --service web");
        await fed.Desk.Hear(Ben, "declare roll back --type security --service Wéb");
        foreach (var deed in deeds)
        {
            await DoAsync(fed.Desk, deed.Get);
            if (deed.Get % 3 == 0) await fed.FeedAsync(1 + (deed.Get % 5));
        }
        await fed.FeedAsync();
        foreach (var one in asked.Select(pick => pick.Get).Prepend(0))
        {
            var (query, viewer) = (Query(one), Viewers[one % Viewers.Length]);
            if (query.Fault is not null) continue;
            var expected = await fed.Twin.FindAsync(query, viewer, null, int.MaxValue);
            Assert.That(await fed.PagesAsync(query, viewer, 1 + (one % 4)), Is.EqualTo(expected), $"{query} for {viewer}");
        }
    }

    // Refusals are part of a history: they change nothing.
    private static async Task DoAsync(DeskFixture desk, int pick)
    {
        var (by, room, words) = (People[pick % 3], 1 + (pick / 3 % 3), $"{Words[pick % Words.Length]} {Words[pick / 7 % Words.Length]}");
        var head = (await desk.Store.HeadAsync(room)).Number;
        desk.Clock.Now += TimeSpan.FromMinutes(pick % 40);
        await (((pick / 2) % 15) switch
        {
            0 => desk.Hear(by, $"declare {words} --sev sev{1 + (pick % 4)} {(pick % 2 == 0 ? "--private" : "")}"),
            1 or 2 or 3 => desk.Say(by, words, room),
            4 => desk.Hear(by, $"note {words} --at 20m ago", room),
            5 => desk.Hear(by, $"decision {words}", room),
            6 or 7 => desk.Hear(by, $"edit {head - (pick % 4)} {words}", room),
            8 => desk.Hear(by, $"delete {head - (pick % 4)}", room),
            9 => desk.Hear(by, pick % 2 == 0 ? "private" : "public", room),
            10 => desk.Hear(by, $"member {(pick % 2 == 0 ? "add" : "remove")} @{People[pick % 2].Id.Handle}", room),
            11 => desk.Hear(by, $"severity sev{1 + (pick % 4)} {words}", room),
            12 => desk.Hear(by, $"review add lessons {words}", room),
            13 => desk.Hear(by, $"review write {(pick % 3 == 0 ? "summary" : "lessons")} {words}", room),
            _ => desk.Hear(by, "triage", room),
        });
    }

    private static SearchQuery Query(int pick) => new($"{Typed[pick % Typed.Length]} {(pick % 3 == 0 ? Typed[pick / 5 % Typed.Length] : "")}")
    {
        In = pick % 5 == 1 ? new IncidentId(1 + (pick % 3)) : null,
        Severity = pick % 7 == 2 ? new Severity(1 + (pick % 4)) : null,
        Stage = pick % 11 == 3 ? Stage.Triage : null,
        Type = pick % 9 == 4 ? IncidentType.Security : null,
        Service = pick % 8 == 5 ? "WEB" : null,
        Person = pick % 6 == 3 ? Viewers[pick / 6 % Viewers.Length] : null,
        Since = pick % 10 == 6 ? Story.Begin.AddMinutes(pick % 90) : null,
        Until = pick % 12 == 7 ? Story.Begin.AddMinutes(pick % 200) : null,
    };
}
