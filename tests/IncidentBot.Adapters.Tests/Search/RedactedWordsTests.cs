using IncidentBot.Adapters.Tests.Stores.Erasing;
using IncidentBot.TestKit;
using Microsoft.Data.Sqlite;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Adapters.Tests.Search;

/// <summary>What was redacted is not found, and once that is settled not a letter of it is left in the index.</summary>
public sealed class RedactedWordsTests
{
    private const string Secret = "zq7xw3kv9jpt";
    private static readonly string[] Nobody = [];
    private FedIndex fed = null!;

    [TearDown]
    public void Forget() => fed.Dispose();

    [SetUp]
    public async Task Tell()
    {
        fed = new FedIndex();
        await fed.Desk.Hear(Ana, "declare Checkout is down");
        await fed.Desk.Say(Ana, $"the password is {Secret}", 1);
        await fed.Desk.Say(Ana, "the disk is full", 1);
        await fed.FeedAsync();
    }

    [Test]
    public async Task A_redacted_message_is_not_found_and_the_others_are([Values] bool anew)
    {
        Assert.That(await fed.FindAsync(Secret), Is.EqualTo(new[] { "INC-1/2" }));
        await fed.RedactAsync(1, (2, new MessagePosted("")));
        await BringAsync(anew);
        Assert.That((await fed.FindAsync(Secret), await fed.FindAsync("password"), await fed.FindAsync("disk")), Is.EqualTo((Nobody, Nobody, new[] { "INC-1/3" })));
    }

    [Test]
    public async Task What_remains_can_be_found([Values] bool anew)
    {
        await fed.RedactAsync(1, (2, new MessagePosted("the password is gone")));
        await BringAsync(anew);
        Assert.That((await fed.FindAsync(Secret), await fed.FindAsync("password gone")), Is.EqualTo((Nobody, new[] { "INC-1/2" })));
    }

    [Test]
    public async Task A_title_can_be_redacted([Values] bool anew)
    {
        await fed.RedactAsync(1, (1, new IncidentDeclared("", new Severity(3), IncidentType.Reliability, false, [], null)));
        await BringAsync(anew);
        Assert.That((await fed.FindAsync("checkout"), await fed.FindAsync("disk")), Is.EqualTo((Nobody, new[] { "INC-1/3" })));
    }

    [Test]
    public async Task Newer_words_stay_when_older_ones_are_redacted([Values] bool anew)
    {
        await fed.Desk.Hear(Ana, "edit 2 the queue grows", 1);
        await fed.Desk.Hear(Ana, "edit 2 the queue shrinks", 1);
        await fed.FeedAsync(atATime: 1);
        await fed.RedactAsync(1, (2, new MessagePosted("")), (4, new MessageEdited(2, "")));
        await BringAsync(anew);
        Assert.That((await fed.FindAsync(Secret), await fed.FindAsync("grows"), await fed.FindAsync("queue")), Is.EqualTo((Nobody, Nobody, new[] { "INC-1/5" })));
    }

    [Test]
    public async Task Older_words_do_not_come_back_when_the_newest_are_redacted([Values] bool anew)
    {
        await fed.Desk.Hear(Ana, "edit 3 the queue grows", 1);
        await fed.FeedAsync(atATime: 1);
        await fed.RedactAsync(1, (4, new MessageEdited(3, "")));
        await BringAsync(anew);
        Assert.That((await fed.FindAsync("queue"), await fed.FindAsync("disk")), Is.EqualTo((Nobody, Nobody)));
    }

    [Test]
    public async Task A_deleted_message_stays_away_whatever_remains_of_it([Values] bool anew)
    {
        await fed.Desk.Hear(Ana, "delete 2", 1);
        await fed.FeedAsync(atATime: 1);
        await fed.RedactAsync(1, (2, new MessagePosted("the password is gone")));
        await BringAsync(anew);
        Assert.That(await fed.FindAsync("password"), Is.Empty);
    }

    [Test]
    public async Task Not_a_letter_is_left_on_the_disk([Values] bool crashed, [Values] bool deletedBefore)
    {
        for (var said = 0; said < 300; said++) await fed.Desk.Say(Ana, $"line {said} of many about {Secret[..4]}", 1);
        if (deletedBefore) await fed.Desk.Hear(Ana, "delete 2", 1);
        await fed.FeedAsync(40);
        Assert.That(Traces.In(fed.Files()), Is.Not.Empty, "before the redaction");
        await fed.RedactAsync(1, (2, new MessagePosted("")));
        await fed.FeedAsync();
        if (crashed) fed.OpenAgain();
        fed.Index.Purge();
        Assert.That(Traces.In(fed.Files()), Is.Empty);
        Assert.That(fed.Told.Count(told => told.Contains("out of the search index", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(await fed.FindAsync("many"), Has.Count.EqualTo(50));
        fed.Index.Purge();
        Assert.That(fed.Told.Count(told => told.Contains("out of the search index", StringComparison.Ordinal)), Is.EqualTo(1), "nothing is owed any more");
    }

    [Test]
    public async Task Those_who_search_meanwhile_are_answered()
    {
        for (var said = 0; said < 500; said++) await fed.Desk.Say(Ana, $"line {said} of many", 1);
        await fed.RedactAsync(1, (2, new MessagePosted("")));
        await fed.FeedAsync(500);
        var done = false;
        var searching = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            do Assert.That(await fed.FindAsync("many"), Has.Count.EqualTo(50));
            while (!Volatile.Read(ref done));
        })).ToList();
        fed.Index.Purge();
        Volatile.Write(ref done, true);
        await Task.WhenAll(searching);
        Assert.That(Traces.In(fed.Files()), Is.Empty);
    }

    [Test]
    public async Task While_somebody_else_reads_the_file_it_stays_owed()
    {
        await fed.RedactAsync(1, (2, new MessagePosted("")));
        await fed.FeedAsync();
        using (var stranger = new SqliteConnection($"Data Source={fed.File};Pooling=False"))
        {
            stranger.Open();
            using var reading = stranger.BeginTransaction(deferred: true);
            using var command = stranger.CreateCommand();
            (command.CommandText, command.Transaction) = ("SELECT count(*) FROM entries", reading);
            command.ExecuteScalar();
            Assert.That(fed.Index.Purge, Throws.InstanceOf<IOException>().With.Message.Contains("is being read by somebody else"));
        }
        fed.Index.Purge();
        Assert.That(Traces.In(fed.Files()), Is.Empty);
    }

    [Test]
    public async Task A_file_that_turns_out_to_be_damaged_meanwhile_is_built_anew()
    {
        for (var said = 0; said < 400; said++) await fed.Desk.Say(Ana, $"line {said} of many", 1);
        await fed.RedactAsync(1, (2, new MessagePosted("")));
        await fed.FeedAsync(500);
        fed.OpenAgain(SqliteSearchIndexTests.DamageWords);
        fed.Index.Purge();
        Assert.That(fed.Index.Doubted.IsCompleted);
        fed.OpenAgain(File.Delete);
        await fed.FeedAsync(500);
        Assert.That((await fed.FindAsync("many"), await fed.FindAsync(Secret)), Is.EqualTo((await fed.FindAsync("line"), Nobody)));
    }

    private static Traces Traces => new(System.Text.Encoding.UTF8.GetBytes(Secret));

    private async Task BringAsync(bool anew)
    {
        if (anew) fed.OpenAgain(File.Delete);
        await fed.FeedAsync(atATime: anew ? 7 : 1);
    }
}
