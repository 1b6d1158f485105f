using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using IncidentBot.Ports;

namespace IncidentBot.Adapters.Tests.Seals;

public sealed class AuditTests
{
    /// <summary>Every stored field, each with a way to change one byte or character of it.</summary>
    private static readonly (string Field, Func<TimelineEntry, int, TimelineEntry> Change)[] Fields =
    [
        ("number", (entry, at) => entry with { Number = entry.Number + 1 + (at % 40) }),
        ("recorded", (entry, at) => entry with { RecordedAt = entry.RecordedAt.AddMicroseconds(1 + at) }),
        ("occurred", (entry, at) => entry with { OccurredAt = entry.OccurredAt.AddMicroseconds(-1 - at) }),
        ("who", (entry, at) => entry with { By = entry.By with { Id = new PersonId(Flip(entry.By.Id.Value, at)) } }),
        ("name", (entry, at) => entry with { By = entry.By with { Name = Flip(entry.By.Name, at) } }),
        ("claimed", (entry, _) => entry with { By = entry.By with { Claimed = !entry.By.Claimed } }),
        ("via", (entry, at) => entry with { Via = Flip(entry.Via, at) }),
        ("kind", (entry, at) => entry with { Kind = Flip(entry.Kind, at) }),
        ("key", (entry, at) => entry with { Key = Flip(entry.Key, at) }),
        ("salt", (entry, at) => entry with { Salt = Flip(entry.Salt, at) }),
        ("body", (entry, at) => entry with { Body = Flip(entry.Body, at) }),
        ("previous hash", (entry, at) => entry with { PreviousHash = Flip(entry.PreviousHash, at) }),
        ("hash", (entry, at) => entry with { Hash = Flip(entry.Hash, at) }),
        ("position", (entry, _) => entry with { Position = 0 }),
    ];

    [Test]
    public async Task A_history_that_nobody_touched_is_in_order()
    {
        using var history = await SealedHistory.WriteAsync();
        var report = await history.AuditAsync();
        Assert.That(report.Faults, Is.Empty);
        Assert.That(report.Timelines[1].Sentence, Is.EqualTo("INC-1: 12 entries, chain intact, sealed up to 9; entries 10–12 are chained but not sealed yet."));
        Assert.That((report.Entries, report.Unsealed, report.Seals), Is.EqualTo((36L, 9L, 6)));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Any_byte_that_is_changed_names_its_entry() => Prop.ForAll(
        ArbMap.Default.ArbFor<(PositiveInt Entry, PositiveInt Field, PositiveInt At)>(), picked =>
        {
            using var history = SealedHistory.WriteAsync().GetAwaiter().GetResult();
            var number = 1 + (picked.Entry.Get % SealedHistory.Entries);
            var (field, change) = Fields[picked.Field.Get % Fields.Length];
            history.Change(1, number, entry => change(entry, picked.At.Get));
            var finding = history.AuditAsync(1).GetAwaiter().GetResult();
            return (finding.FirstWrong == number).Label($"{field} of entry {number}: {finding.Sentence}");
        });

    [Test]
    public async Task Every_field_is_under_the_hash([Range(1, SealedHistory.Entries)] int number, [ValueSource(nameof(FieldNames))] string field)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Change(2, number, entry => Fields.Single(one => one.Field == field).Change(entry, number * 7));
        var report = await history.AuditAsync();
        Assert.That(report.Timelines[2].FirstWrong, Is.EqualTo(number), report.Timelines[2].Sentence);
        Assert.That(report.Timelines[1].Fault, Is.Null);
    }

    [Test]
    public async Task An_entry_that_was_removed_is_named([Range(1, SealedHistory.Entries - 1)] int number)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Stored(1).RemoveAt(number - 1);
        Assert.That((await history.AuditAsync(1)).Sentence, Is.EqualTo($"INC-1: entry {number} is missing."));
    }

    [Test]
    public async Task An_entry_that_was_removed_and_the_others_numbered_anew_is_named([Range(1, SealedHistory.SealedUpTo)] int number)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Stored(1).RemoveAt(number - 1);
        history.ChainAnew(1, number);
        var finding = await history.AuditAsync(1);
        Assert.That(finding.FirstWrong, Is.EqualTo(number <= 4 ? 1 : 5), finding.Sentence);
    }

    [Test]
    public async Task A_history_that_was_changed_and_chained_anew_without_the_key_is_named([Range(1, SealedHistory.SealedUpTo)] int number)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Change(1, number, entry => entry with { Body = StoredEvents.Write(new NoteAdded("nothing happened"), []) });
        history.ChainAnew(1, number);
        var finding = await history.AuditAsync(1);
        Assert.That(finding.Sentence, Is.EqualTo(number <= 4
            ? "INC-1: entries 1–4 are not what seal 3 sealed: one or more of them were changed and the chain computed anew."
            : "INC-1: entries 5–9 are not what seal 4 sealed: one or more of them were changed and the chain computed anew."));
    }

    [Test]
    public async Task One_entry_that_was_written_anew_does_not_fit_the_next()
    {
        using var history = await SealedHistory.WriteAsync();
        history.Change(1, 11, entry => entry with { By = Person.WhoSays("Eve") });
        history.Change(1, 11, entry => entry with { Hash = EntryHash.Of(entry) });
        Assert.That((await history.AuditAsync(1)).Sentence, Does.StartWith("INC-1: entry 12 does not continue entry 11: one of them was changed"));
    }

    [Test]
    public async Task A_tail_that_was_cut_below_a_seal_is_lost_and_said_so([Range(0, SealedHistory.SealedUpTo - 1)] int left)
    {
        using var history = await SealedHistory.WriteAsync();
        history.Stored(1).RemoveRange(left, SealedHistory.Entries - left);
        var finding = await history.AuditAsync(1);
        Assert.That(finding.FirstWrong, Is.EqualTo(left + 1));
        Assert.That(finding.Sentence, Does.Contain("lost: a seal covers"));
    }

    [Test]
    public async Task A_whole_timeline_that_is_gone_is_missed()
    {
        using var history = await SealedHistory.WriteAsync();
        history.Stored(1).Clear();
        await File.WriteAllTextAsync(history.SealsFile, "");
        Assert.That((await history.AuditAsync()).Faults.Select(fault => fault.Sentence), Has.Some.EqualTo("INC-1: all its entries are lost."));
    }

    [Test]
    public async Task A_seal_that_was_removed_from_the_file_is_missed([Range(1, 6)] int index)
    {
        using var history = await SealedHistory.WriteAsync();
        var lines = await File.ReadAllLinesAsync(history.SealsFile);
        await File.WriteAllTextAsync(history.SealsFile, string.Concat(lines.Where((_, at) => at != index - 1).Select(line => line + "\n")));
        Assert.That((await history.AuditAsync()).Others.Select(fault => fault.Sentence), Has.Some.Contains($"seal {index}").And.Some.Contains("missing"));
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public Property A_seal_file_that_was_cut_off_anywhere_is_missed() => Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), cut =>
    {
        using var history = SealedHistory.WriteAsync().GetAwaiter().GetResult();
        var content = File.ReadAllBytes(history.SealsFile);
        File.WriteAllBytes(history.SealsFile, content[..^(1 + (cut.Get * 31 % content.Length))]);
        return history.AuditAsync().GetAwaiter().GetResult().Others.Any(fault => fault.Sentence.Contains("missing from the seal file", StringComparison.Ordinal));
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Any_byte_of_the_seal_file_that_is_changed_is_noticed() => Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt At, byte To)>(), picked =>
    {
        using var history = SealedHistory.WriteAsync().GetAwaiter().GetResult();
        var content = File.ReadAllBytes(history.SealsFile);
        var at = picked.At.Get * 37 % content.Length;
        if (content[at] == picked.To) return true;
        content[at] = picked.To;
        File.WriteAllBytes(history.SealsFile, content);
        return !history.AuditAsync().GetAwaiter().GetResult().IsSound;
    });

    [Test]
    public async Task Seals_that_were_made_without_the_key_are_not_genuine()
    {
        using var history = await SealedHistory.WriteAsync();
        await File.WriteAllTextAsync(history.KeyFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        var report = await history.AuditAsync();
        Assert.That(report.Others[0].Sentence, Is.EqualTo("The seals: seal 1 is not genuine: it was changed, or made under another key."));
        Assert.That(report.Timelines[1].SealedUpTo, Is.Zero);
    }

    [Test]
    public async Task Seals_that_were_cut_off_and_made_anew_are_not_those_that_were_recorded()
    {
        using var history = await SealedHistory.WriteAsync();
        var lines = await File.ReadAllLinesAsync(history.SealsFile);
        await File.WriteAllTextAsync(history.SealsFile, string.Concat(lines.Take(3).Select(line => line + "\n")));
        await history.Book().SealAsync(1, 9, history.Stored(1)[8].Hash, history.Stored(1)[8].RecordedAt.AddSeconds(1));
        Assert.That((await history.AuditAsync()).Others.Select(fault => fault.Sentence), Has.Some.Contains("seal 4 is not the one of which entry 10 of INC-1 speaks"));
    }

    [Test]
    public async Task A_store_that_fences_itself_is_reported_with_the_entry()
    {
        using var history = await SealedHistory.WriteAsync();
        var store = new Moq.Mock<ITimelineStore>();
        store.Setup(asked => asked.ReadStreamAsync(Moq.It.IsAny<long>(), Moq.It.IsAny<int>(), Moq.It.IsAny<int>(), Moq.It.IsAny<CancellationToken>()))
            .Throws(new StoreFencedException("The timeline is damaged: page 7. Restore it."));
        var report = await TimelineAudit.OfAsync(new IncidentId(1), store.Object, history.Book(), default);
        Assert.That(report.Timelines[0].Sentence, Is.EqualTo("INC-1: it cannot be read behind entry 0. The timeline is damaged: page 7. Restore it."));
    }

    private static IEnumerable<string> FieldNames => Fields.Select(one => one.Field);

    private static string Flip(string text, int at) =>
        text.Length == 0 ? "x" : text.Remove(at % text.Length, 1).Insert(at % text.Length, text[at % text.Length] == 'x' ? "y" : "x");

    private static ReadOnlyMemory<byte> Flip(ReadOnlyMemory<byte> bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at % copy.Length] ^= (byte)(1 << (at % 8));
        return copy;
    }
}
