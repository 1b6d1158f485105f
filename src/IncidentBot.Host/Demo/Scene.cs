using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Ports;

namespace IncidentBot.Host.Demo;

/// <summary>Where the play stands: the incident that it is about, and what its deeds led to. All of it goes through the desk, like everybody's doing.</summary>
internal sealed partial class Scene(IncidentDesk desk, IFileStore files, TimeProvider clock)
{
    private const string Web = "web";
    private const long LargestFile = 1024 * 1024;

    private readonly Dictionary<string, string> known = [];

    /// <summary>The incident; the house until it is declared.</summary>
    public IncidentId Incident { get; private set; } = IncidentId.House;

    /// <summary>Does a deed; a refusal says why not.</summary>
    public async ValueTask<Reply> DoAsync(Deed deed, string? why, CancellationToken cancellation)
    {
        if (why is not null) known["why"] = why;
        if (Incident.IsHouse && !deed.IsInGeneral) return Reply.Refuse("The incident does not exist.");
        if (deed.Needs is { } before && !known.ContainsKey(before)) return Unspeakable();
        var reply = await deed.DoAsync(this, cancellation);
        if (reply.Refused || reply.Form is not null) return reply with { Refused = true };
        if (Incident.IsHouse && reply.Incident is { } declared) (Incident, known["incident"]) = (declared, declared.ToString());
        if (deed.Name is { } name && reply.Entries.Count > 0) known[name] = NumberOf(reply);
        return reply;
    }

    /// <summary>Somebody says something.</summary>
    public ValueTask<Reply> SayAsync(Saying saying, CancellationToken cancellation)
    {
        if (Filled(saying.Words) is not { } words) return ValueTask.FromResult(Unspeakable());
        if (saying.Answering is null) return desk.SayAsync(new Said(words, saying.By, Web, RoomOf(saying)), cancellation);
        return known.TryGetValue(saying.Answering, out var root)
            ? desk.SayAsync(new Said(words, saying.By, Web, RoomOf(saying), ReplyTo: int.Parse(root)), cancellation)
            : ValueTask.FromResult(Unspeakable());
    }

    /// <summary>Somebody types a line.</summary>
    public ValueTask<Reply> HearAsync(Typing typing, CancellationToken cancellation) =>
        Filled(typing.Line) is { } line ? desk.HearAsync(new Heard(line, typing.By, Web, RoomOf(typing)), cancellation) : ValueTask.FromResult(Unspeakable());

    /// <summary>Somebody shares a file: on the device first, then on the timeline.</summary>
    public async ValueTask<Reply> ShareAsync(Sharing sharing, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(sharing.Content));
        var stored = await files.PutAsync(content, LargestFile, cancellation);
        var shared = new FileShared(sharing.File, "text/plain", stored.Bytes, stored.Sha256);
        return await desk.RecordAsync(RoomOf(sharing), [shared], sharing.By, Web, key: null, cancellation: cancellation) is AppendOutcome.Appended(var entries)
            ? new Reply("Shared.") { Entries = [entries[0].Number] }
            : Reply.Refuse("It could not be recorded.");
    }

    /// <summary>A monitoring system reports; what is proposed because of it is spoken of by its entry in the general room.</summary>
    public async ValueTask<Reply> ReportAsync(Reporting reporting, CancellationToken cancellation)
    {
        var answer = await desk.HearAsync(reporting.Signal(clock.GetUtcNow()), cancellation);
        if (answer.Outcome is AlertOutcome.Repeated or AlertOutcome.Ignored or AlertOutcome.Unrecorded) return Reply.Refuse("Nothing follows from it.");
        var house = await desk.HouseAsync(cancellation);
        return new Reply("Reported.") { Entries = house.Room.Proposals.TryGetValue(answer.Fingerprint, out var proposed) ? [proposed.Entry] : [] };
    }

    private IncidentId RoomOf(Deed deed) => deed.IsInGeneral ? IncidentId.House : Incident;

    // A follow-up is spoken of by its own number, everything else by its entry's.
    private static string NumberOf(Reply reply) =>
        $"{reply.Recorded.Select(entry => entry.Event).OfType<FollowUpAdded>().FirstOrDefault()?.Id ?? reply.Entries[0]}";

    private string? Filled(string text) =>
        Gap().Matches(text).All(gap => known.ContainsKey(gap.Groups["name"].Value)) ? Gap().Replace(text, gap => known[gap.Groups["name"].Value]) : null;

    private static Reply Unspeakable() => Reply.Refuse("What it speaks of has not happened.");

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
