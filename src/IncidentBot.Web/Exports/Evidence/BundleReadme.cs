using IncidentBot.Ports;

namespace IncidentBot.Web.Exports.Evidence;

/// <summary>What stands in a bundle's <c>README.txt</c>: what is inside, how to verify it, and what that proves.</summary>
internal static class BundleReadme
{
    /// <summary>The text for an incident, up to its last entry.</summary>
    public static string Text(Incident incident, TimelineEntry last) =>
        $"""
        Evidence of {incident.Id}{(incident.IsPrivate ? " (private: whoever gets this file can read all of it)" : "")}
        {Words.Brief(incident.Title, Limits.Title)}

        Entries 1 to {last.Number}; the last one was recorded on {JsonLines.Text(last.RecordedAt)}
        and has the hash {Convert.ToHexStringLower(last.Hash.Span)}.

        WHAT IS INSIDE
          timeline.jsonl     every entry, one a line, with everything that its hash covers; "content" is the same as "body", for readers;
                             a redacted entry has "erasedDigest" and "remains" in the place of "salt" and "body"
          review.md .html .json   the review, written by IncidentBot from this timeline
          seals.jsonl        the seals of this timeline: "entry <number> had the hash <head> at that time"
          files/             the files that people shared, each under the SHA-256 of its bytes; not those that were kept on a chat alone
          missing-files.txt  only there when shared files were missing from the server already: which ones
          verify.cs          a program that checks all of this without IncidentBot
          SHA256SUMS         the SHA-256 of every other file

        HOW TO VERIFY
          Unpack the zip and say in its directory:   dotnet run verify.cs
          It needs the .NET 10 SDK, no package and no network. It ends with exit code 0 when all is as it was recorded, and otherwise
          with 1 and a sentence that names the first wrong thing. Read it first: it is short. Whoever could change this bundle could also
          change the script, so take it from a source that you trust: it lies in IncidentBot's repository too.
          Without .NET, `sha256sum -c SHA256SUMS` checks the files, but not the chain.

        WHAT THIS PROVES
          - No entry was changed, removed from between others, put in or moved since it was chained: each hash covers the one before it.
            hash = SHA-256(previous | stream | number | recorded | occurred | by | via | kind | key | SHA-256(salt | body)); verify.cs says how
            each field is written.
          - Every seal names the hash that the entry in this timeline has, and every seal that the timeline speaks of is here.
          - Every shared file has the bytes that its entry names, unless the entry says that they stay on the chat ("sha256" is empty).
          - A redacted entry stays in its place with who and when. "erasedDigest" is the SHA-256(salt | body) of what was there, "remains" what is
            left of it; a later entry (EntryRedacted) names the SHA-256 of the remains and says why. Nothing was erased without such an entry.

        WHAT IT DOES NOT PROVE
          - Who computes the whole chain anew can write another history. What tells them apart is a hash or a seal that you know from
            elsewhere: compare the last entry's hash above with the server's (`incidentbot verify {incident.Id}`, or the incident's room).
          - The seals' own codes ("mac", HMAC-SHA-256) cannot be checked here: that takes the key, which never leaves the server.
            "doubt" tells what the server found wrong with a seal when it made this bundle; null when nothing.
          - Entries behind the last seal could have been cut off at the end before this bundle was made.
          - What stood in a redacted entry: that is gone for good, here and on the server.
          - That the review tells the timeline well, that people wrote the truth, or that a name marked "claimed" belongs to that person.

        Times are UTC. In timeline.jsonl "...Microseconds" counts from 1970-01-01; that is what the hash covers.

        """;
}
