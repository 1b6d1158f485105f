using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Stores.Disks;
using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Adapters.Tests.Stores;

public sealed class LogStreamTests
{
    private readonly RecordedDisk _disk = new();
    private IBlockFile _file = null!;
    private LogStream _log = null!;

    [OneTimeSetUp]
    public void OpenFile() => _file = _disk.Open("log");

    [SetUp]
    public void Create() => _log = LogStream.Create(_file);

    [TearDown]
    public void CloseLog() => _log.Dispose();

    [OneTimeTearDown]
    public void CloseFile() => _file.Dispose();

    [Test]
    public void Pages_are_read_as_they_were_written()
    {
        Write('a', commit: true);
        Write('b', commit: true);
        Recover();
        Assert.That(Pages(), Is.EqualTo("ab"));
    }

    [Test]
    public void What_a_killed_process_left_unsynced_is_synced_before_anybody_relies_on_it()
    {
        Write('a', commit: true);
        Recover();
        Assert.That(_disk.Events[^1], Is.EqualTo(new DiskEvent(DiskDeed.Sync, "log")));
    }

    [Test]
    public void A_transaction_without_its_end_is_dropped()
    {
        Write('a', commit: true);
        Write('b', commit: false);
        Recover();
        Assert.That(Pages(), Is.EqualTo("a"));
    }

    [Test]
    public void What_lay_behind_a_torn_page_never_comes_back()
    {
        Write('a', commit: true);
        Write('b', commit: false);
        Write('c', commit: true);
        Tear(1);
        Recover();
        Assert.That(Pages(), Is.EqualTo("a"));
        // Without its end, this transaction must not be ended by the c of the other.
        Write('d', commit: false);
        Recover();
        Assert.That(Pages(), Is.EqualTo("a"));
    }

    [Test]
    public void A_torn_page_that_was_synced_is_damage()
    {
        Write('a', commit: true);
        Write('b', commit: true);
        _log.Sync();
        Write('c', commit: true);
        Tear(1);
        Assert.That(Recover, Throws.InstanceOf<InvalidDataException>().With.Message.Contains("page 1 of the log"));
    }

    [Test]
    public void An_emptied_log_forgets_its_pages_and_uses_their_blocks_again()
    {
        Write('a', commit: true);
        Write('b', commit: true);
        var length = _file.Length;
        _log.SetLength(0);
        Write('c', commit: true);
        Recover();
        Assert.That(Pages(), Is.EqualTo("c"));
        Assert.That(_file.Length, Is.EqualTo(length));
    }

    [Test]
    public void A_wiped_log_holds_nothing_of_its_pages_and_goes_on()
    {
        for (var page = 0; page < 150; page++)
            Write('a', commit: true);
        _log.SetLength(0);
        Write('b', commit: true);
        _log.SetLength(0);
        _log.Wipe();
        Assert.That(_disk.Events[^1], Is.EqualTo(new DiskEvent(DiskDeed.Sync, "log")));
        Assert.That(Behind(), Has.Length.EqualTo(150 * LogFrame.Bytes).And.All.Zero);
        Write('c', commit: true);
        Recover();
        Assert.That(Pages(), Is.EqualTo("c"));
    }

    [Test]
    public void Nothing_is_written_where_there_is_nothing_to_wipe()
    {
        Write('a', commit: true);
        _log.SetLength(0);
        _log.Wipe();
        var before = _disk.Events.Count;
        _log.Wipe();
        Recover();
        _log.Wipe();
        Assert.That(_disk.Events.Skip(before).Select(done => done.Deed), Is.All.EqualTo(DiskDeed.Sync));
    }

    [TestCase(0), TestCase(100)]
    public void What_lay_in_the_log_at_an_opening_is_wiped_too_also_a_frame_that_was_cut_off(int cut)
    {
        Write('a', commit: true);
        Write('b', commit: true);
        _file.SetLength(_file.Length - cut);
        LogHeader.Write(_file, _log.Generation + 1);
        Recover();
        _log.Wipe();
        Assert.That(Behind(), Is.All.Zero);
    }

    [Test]
    public void A_log_that_holds_pages_is_not_wiped()
    {
        Write('a', commit: true);
        Assert.That(_log.Wipe, Throws.InstanceOf<IOException>().With.Message.Contains("only once it is empty"));
        Recover();
        Assert.That(Pages(), Is.EqualTo("a"));
    }

    [Test]
    public void A_fault_of_writing_is_noted_and_not_told_to_LiteDB()
    {
        var disk = new FaultyDisk(new RecordedDisk());
        using var log = LogStream.Create(disk.Open("log"));
        disk.Fault = () => new IOException("broken");
        log.Write(new byte[PageStream.PageBytes], 0, PageStream.PageBytes);
        Assert.That(log.Fault?.Message, Is.EqualTo("broken"));
        Assert.That(log.WaitForCommits(1, TimeSpan.FromMinutes(1)), Is.False);
    }

    private void Write(char content, bool commit)
    {
        var page = new byte[PageStream.PageBytes];
        Array.Fill(page, (byte)content);
        page[18] = commit ? (byte)1 : (byte)0;
        _log.Position = _log.Length;
        _log.Write(page, 0, page.Length);
    }

    private byte[] Behind() => _disk.Content()["log"][LogHeader.Bytes..];

    private void Tear(long page) => _file.Write(LogFrame.Offset(page) + 100, new byte[50]);

    private void Recover() => _log = LogStream.Recover(_file, LogHeader.Read(_file)!.Value, out _);

    private string Pages()
    {
        var page = new byte[PageStream.PageBytes];
        _log.Position = 0;
        return string.Concat(Enumerable.Range(0, (int)_log.Pages).Select(_ =>
        {
            _log.ReadExactly(page);
            return (char)page[0];
        }));
    }
}
