using System.Text;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Stores;

public abstract partial class TimelineStoreContract
{
    [Test]
    public async Task Bodies_are_kept_byte_for_byte()
    {
        byte[][] bodies =
        [
            [], [0], [0xFF, 0xFE, 0x00], "{ \"b\":1,\r\n \"a\" : \"\\u0000 🚨 \u0001\" }"u8.ToArray(),
            [.. Enumerable.Range(0, NewEntry.LargestBody).Select(i => (byte)(i * 31))],
        ];
        await AppendAsync(new AppendRequest(1, 0, [.. bodies.Select(body => Sample.Entry() with { Body = body })]));
        await ReopenAsync();
        Assert.That((await WholeStreamAsync(1)).Select(e => e.Body.ToArray()), Is.EqualTo(bodies));
    }

    [Test]
    public async Task A_body_that_is_changed_after_the_append_is_not_changed_in_the_store()
    {
        var body = "before"u8.ToArray();
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { Body = body }]));
        Array.Fill(body, (byte)'x');
        Assert.That(Encoding.UTF8.GetString((await WholeStreamAsync(1))[0].Body.Span), Is.EqualTo("before"));
    }

    [Test]
    public async Task Names_are_kept_in_any_script()
    {
        var ana = new Person(new PersonId("slack:T1/U1"), "Ana \0 Ünal 🚨 東京", Claimed: true);
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { By = ana, Via = "slack", Kind = "severity-changed" }]));
        await ReopenAsync();
        var read = (await WholeStreamAsync(1))[0];
        Assert.That((read.By, read.Via, read.Kind), Is.EqualTo((ana, "slack", "severity-changed")));
    }

    [Test]
    public async Task Half_an_emoji_harms_nobody()
    {
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { By = Sample.Ana with { Name = "Ana \ud83d" } }]));
        await ReopenAsync();
        var read = (await WholeStreamAsync(1))[0];
        Assert.That(read.By.Name, Is.EqualTo("Ana \ufffd"));
        Assert.That(EntryHash.Of(read), Is.EqualTo(read.Hash.ToArray()));
    }

    [Test]
    public async Task Times_are_kept_in_whole_microseconds()
    {
        Time.Advance(TimeSpan.FromTicks(12_345_678));
        var occurred = new DateTimeOffset(1969, 7, 20, 22, 17, 40, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        await AppendAsync(new AppendRequest(1, 0, [Sample.Entry() with { OccurredAt = occurred }]));
        await ReopenAsync();
        var read = (await WholeStreamAsync(1))[0];
        Assert.That(read.OccurredAt, Is.EqualTo(Microseconds.Cut(occurred)));
        Assert.That(read.RecordedAt, Is.EqualTo(Sample.Noon.AddTicks(12_345_670)));
    }

    [Test]
    public async Task The_recording_time_never_runs_backwards_in_a_stream()
    {
        await AppendAsync(Sample.Append(1));
        await ReopenAsync();
        Time.AdjustTime(Sample.Noon.AddHours(-1));
        await AppendAsync(Sample.Append(1, entries: 2));
        Time.AdjustTime(Sample.Noon.AddHours(1));
        await AppendAsync(Sample.Append(1));
        var times = (await WholeStreamAsync(1)).Select(e => e.RecordedAt - Sample.Noon);
        Assert.That(times, Is.EqualTo([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(1)]));
    }

    [Test]
    public async Task The_chain_verifies_after_a_restart()
    {
        for (var i = 0; i < 30; i++)
            await AppendAsync(Sample.Keyed(i % 3, $"k{i}", entries: 1 + i % 4));
        await ReopenAsync();
        foreach (var stream in new long[] { 0, 1, 2 })
        {
            var previous = EntryHash.Zero;
            foreach (var entry in await WholeStreamAsync(stream))
            {
                Assert.That(entry.PreviousHash.ToArray(), Is.EqualTo(previous.ToArray()));
                Assert.That(entry.Hash.ToArray(), Is.EqualTo(EntryHash.Of(entry)));
                previous = entry.Hash;
            }
            Assert.That((await Store.HeadAsync(stream)).Hash.ToArray(), Is.EqualTo(previous.ToArray()));
        }
    }

    [Test]
    public async Task Every_entry_has_a_salt_of_its_own()
    {
        var entries = await AppendAsync(Sample.Append(1, entries: 50));
        Assert.That(entries.Select(e => e.Salt.Length), Is.All.EqualTo(16));
        Assert.That(entries.Select(e => Convert.ToHexString(e.Salt.Span)), Is.Unique);
    }
}
