using System.Buffers.Binary;
using IncidentBot.Adapters.Tests.Stores.PowerCuts;
using IncidentBot.Stores.LiteDb;

namespace IncidentBot.Adapters.Tests.Stores.Erasing;

public sealed class PageSlackTests
{
    private const int Header = 32;
    private readonly Random _random = new(5);

    [Test]
    public void Only_what_nothing_uses_is_zeroed([Values(3, 4)] int type, [Values(0, 1, 2, 17, 200)] int slots)
    {
        for (var round = 0; round < 50; round++)
        {
            var (page, segments) = Page((byte)type, slots);
            var wiped = page.ToArray();
            PageSlack.Wipe(wiped);
            var footer = page.Length - (4 * slots);
            for (var at = 0; at < page.Length; at++)
            {
                var isUsed = at < Header || at >= footer || segments.Any(segment => at >= segment.From && at < segment.From + segment.Length);
                Assert.That(wiped[at], Is.EqualTo(isUsed ? page[at] : 0), $"byte {at}");
            }
        }
    }

    [Test]
    public void Of_an_empty_page_only_the_header_stays()
    {
        var (page, _) = Page(0, 3);
        var wiped = page.ToArray();
        PageSlack.Wipe(wiped);
        Assert.That(wiped, Is.EqualTo((byte[])[.. page[..Header], .. new byte[page.Length - Header]]));
    }

    [TestCase(1, TestName = "the header"), TestCase(2, TestName = "a collection"), TestCase(9, TestName = "of an unknown kind")]
    public void A_page_of_another_kind_stays_as_it_is(int type) => Untouched(Page((byte)type, 3).Page);

    [TestCase(16, 40, TestName = "a segment in the header"), TestCase(8180, 10, TestName = "a segment in the slots"), TestCase(0, 10, TestName = "a length without a position")]
    [TestCase(100, 0, TestName = "a position without a length"), TestCase(60_000, 10, TestName = "a position behind the page"), TestCase(100, 60_000, TestName = "a length behind the page")]
    public void A_page_that_does_not_keep_to_the_layout_stays_as_it_is(int from, int length)
    {
        var (page, _) = Page(4, 3);
        Put(page, 1, from, length);
        Untouched(page);
    }

    [Test]
    public void Segments_that_overlap_are_left_alone()
    {
        var (page, _) = Page(4, 2);
        Put(page, 0, 100, 50);
        Put(page, 1, 149, 50);
        Untouched(page);
    }

    [Test]
    public void Nothing_stale_goes_through_the_data_stream()
    {
        var (page, segments) = Page(4, 5);
        var disk = new RecordedDisk();
        using var log = LogStream.Create(disk.Open("log"));
        using var data = new DataStream(disk.Open("data"), log);
        data.Write(page, 0, page.Length);
        var expected = page.ToArray();
        PageSlack.Wipe(expected);
        Assert.That(disk.Content()["data"], Is.EqualTo(expected).And.Not.EqualTo(page));
        Assert.That(segments, Has.Count.EqualTo(5));
    }

    private static void Untouched(byte[] page)
    {
        var wiped = page.ToArray();
        PageSlack.Wipe(wiped);
        Assert.That(wiped, Is.EqualTo(page));
    }

    /// <summary>Stale bytes everywhere, and segments in no particular order, some side by side.</summary>
    private (byte[] Page, List<(int From, int Length)> Segments) Page(byte type, int slots)
    {
        var page = new byte[PageStream.PageBytes];
        _random.NextBytes(page);
        (page[4], page[30]) = (type, slots == 0 ? byte.MaxValue : (byte)(slots - 1));
        var (segments, from, end) = (new List<(int From, int Length)>(), Header, page.Length - (4 * slots));
        for (var slot = 0; slot < slots; slot++)
        {
            from += _random.Next(3) == 0 ? 0 : _random.Next((end - from) / (2 * slots));
            var length = 1 + _random.Next(Math.Max(1, (end - from) / slots / 2));
            segments.Add((from, length));
            from += length;
        }
        foreach (var (slot, segment) in segments.Shuffle().Index())
            Put(page, slot, segment.From, segment.Length);
        return (page, segments);
    }

    private static void Put(byte[] page, int slot, int from, int length)
    {
        var place = page.AsSpan(page.Length - ((slot + 1) * 4), 4);
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(place[2..], (ushort)from);
    }
}
