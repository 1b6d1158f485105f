using IncidentBot.Stores.Search;
using Microsoft.Data.Sqlite;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Adapters.Tests.Search;

public sealed class SqliteSearchIndexTests
{
    private FedIndex fed = null!;

    [TearDown]
    public void Forget() => fed.Dispose();

    [SetUp]
    public async Task Tell()
    {
        fed = new FedIndex();
        await fed.Desk.Hear(Ana, "declare Checkout is down");
        await fed.Desk.Say(Ana, "the disk is full", 1);
        await fed.FeedAsync();
    }

    [Test]
    public async Task It_goes_on_where_it_ended_when_it_is_opened_again()
    {
        fed.OpenAgain();
        Assert.That(fed.Mark, Is.EqualTo(new SearchMark(2, Convert.ToHexStringLower((await fed.Desk.Store.HeadAsync(1)).Hash.Span))));
        await fed.Desk.Say(Ana, "a new disk", 1);
        await fed.FeedAsync();
        Assert.That(await fed.FindAsync("disk"), Is.EqualTo(new[] { "INC-1/3", "INC-1/2" }));
    }

    [Test]
    public async Task What_is_brought_twice_is_found_once()
    {
        fed.Mark = SearchMark.Beginning;
        await fed.FeedAsync();
        Assert.That(await fed.FindAsync("disk"), Is.EqualTo(new[] { "INC-1/2" }));
    }

    [Test]
    public async Task An_edited_message_is_found_at_the_entry_that_holds_its_newest_words()
    {
        await fed.Desk.Hear(Ana, "edit 2 the queue grows", 1);
        await fed.Desk.Hear(Ana, "edit 2 the queue shrinks", 1);
        await fed.FeedAsync(atATime: 1);
        Assert.That((await fed.FindAsync("disk"), await fed.FindAsync("grows"), await fed.FindAsync("queue")), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>(), new[] { "INC-1/4" })));
    }

    [Test]
    public async Task A_deleted_message_is_not_found_even_if_it_was_edited()
    {
        await fed.Desk.Hear(Ana, "edit 2 the queue grows", 1);
        await fed.Desk.Hear(Ana, "delete 2", 1);
        await fed.FeedAsync(atATime: 1);
        Assert.That(await fed.FindAsync("queue"), Is.Empty);
    }

    [Test]
    public async Task A_part_of_the_review_is_found_by_its_newest_words()
    {
        await fed.Desk.Hear(Ana, "review add lessons watch the queue", 1);
        await fed.Desk.Hear(Ana, "review add lessons size the pool", 1);
        await fed.FeedAsync(atATime: 1);
        Assert.That((await fed.FindAsync("queue"), await fed.FindAsync("pool")), Is.EqualTo((new[] { "INC-1/3" }, new[] { "INC-1/4" })));
        await fed.Desk.Hear(Ana, "review write lessons \"size the pool well\"", 1);
        await fed.FeedAsync(atATime: 1);
        Assert.That((await fed.FindAsync("queue"), await fed.FindAsync("pool")), Is.EqualTo((Array.Empty<string>(), new[] { "INC-1/5" })));
    }

    [Test]
    public async Task An_incident_of_which_nobody_can_tell_who_may_see_it_is_not_found()
    {
        fed.Index.TakeIn(new SearchStretch([], [], [new IncidentId(1)], fed.Mark));
        Assert.That(await fed.FindAsync("disk"), Is.Empty);
    }

    [Test]
    public Task A_missing_file_is_built_anew() => IsBuiltAnewAsync(File.Delete, told: null);

    [Test]
    public Task A_file_that_is_no_index_is_built_anew() => IsBuiltAnewAsync(
        file => File.WriteAllText(file, new string('?', 5_000)), "it is damaged (SQLite Error 26: 'file is not a database'.).");

    [Test]
    public Task A_file_of_another_shape_is_built_anew() => IsBuiltAnewAsync(
        file => Execute(file, $"PRAGMA user_version = {IndexShape.Version + 1}"), "its shape is that of another version.");

    [Test]
    public Task A_file_that_lacks_a_table_is_built_anew() => IsBuiltAnewAsync(
        file => Execute(file, "DROP TABLE mark"), "it is damaged (SQLite Error 1: 'no such table: mark'.).");

    [Test]
    public async Task Damage_that_only_a_search_meets_is_no_fault_to_whoever_asks_and_leads_to_a_new_file()
    {
        for (var said = 0; said < 400; said++) await fed.Desk.Say(Ana, $"disk number {said} of many", 1);
        await fed.FeedAsync(500);
        fed.OpenAgain(DamageWords);
        Assert.That(fed.Mark.Position, Is.EqualTo(402), "the damage is not where opening looks");

        Assert.That(await fed.FindAsync("disk"), Is.Empty);
        Assert.That((fed.Index.Doubted.IsCompleted, fed.Index.Position, await fed.Index.CaughtUpAsync(2_000)), Is.EqualTo((true, 0L, false)));
        fed.Mark = fed.Index.Open();
        await fed.FeedAsync(500);
        Assert.That(await fed.FindAsync("disk"), Has.Count.EqualTo(50));
        Assert.That((fed.Index.Doubted.IsCompleted, fed.Index.Position), Is.EqualTo((false, 402L)));
    }

    [Test]
    public async Task Whoever_asks_waits_a_moment_for_what_was_just_recorded()
    {
        var waiting = fed.Index.CaughtUpAsync(3).AsTask();
        await fed.Desk.Say(Ana, "one more", 1);
        await fed.FeedAsync();
        Assert.That(await waiting, Is.True);
        Assert.That(await fed.Index.CaughtUpAsync(5_000), Is.False, "far behind, nobody waits");
    }

    [Test]
    public void The_file_is_for_its_owner_alone()
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(fed.File)!))
            if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
    }

    private async Task IsBuiltAnewAsync(Action<string> happens, string? told)
    {
        fed.OpenAgain(happens);
        Assert.That(fed.Mark, Is.EqualTo(SearchMark.Beginning));
        if (told is not null) Assert.That(fed.Told, Has.Member($"Warning: The search index in {fed.File} is built anew from the timeline: {told}"));
        await fed.FeedAsync();
        Assert.That(await fed.FindAsync("disk"), Is.EqualTo(new[] { "INC-1/2" }));
    }

    // The pages of the engine's own table, wherever they lie in the file.
    internal static void DamageWords(string file)
    {
        Execute(file, "UPDATE texts_data SET block = zeroblob(length(block)) WHERE id > 10; UPDATE texts_data SET block = zeroblob(20) WHERE id > 10");
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Do(sql);
    }
}
