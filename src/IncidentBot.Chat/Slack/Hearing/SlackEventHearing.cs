using System.Globalization;
using System.Text.Json;
using IncidentBot.Chat.Slack.Naming;
using IncidentBot.Chat.Slack.Rooms;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Takes events out of their envelopes and gives each to all who hear its type.</summary>
internal sealed class SlackEventHearing(
    IEnumerable<ISlackEvents> hearing, ISlackPeople people, ISlackCatchUp catchUp, SlackTally tally, TimeProvider clock, ILogger<SlackEventHearing> logger)
{
    private readonly IReadOnlyList<ISlackEvents> all = [.. hearing];

    /// <summary>Takes one in. A fault that may pass is thrown on, so that Slack delivers again; one of our own is received, because it would meet the same.</summary>
    public async ValueTask<SlackAnswer> TakeAsync(JsonElement envelope, CancellationToken cancellation)
    {
        switch (envelope.Text("type"))
        {
            case "event_callback" when envelope.Text("event", "type") is { } inner:
                await HearAsync(Read(envelope, inner), cancellation);
                break;
            case "url_verification" when envelope.Text("challenge") is { } challenge:
                return new SlackAnswer(JsonSerializer.SerializeToElement(new Challenge(challenge), HearingJson.Written.Challenge));
            case "app_rate_limited":
                Log.RateLimited(logger);
                catchUp.Ask("Slack left events out");
                break;
            case var type:
                tally.CountUnknown("envelope", type);
                break;
        }
        return SlackAnswer.Received;
    }

    private async ValueTask HearAsync(SlackEvent happened, CancellationToken cancellation)
    {
        if (happened.Team.Length > 0) people.NoteTeam(happened.Team);
        var who = all.Where(one => one.Hears(happened.Type)).ToList();
        if (who.Count == 0) tally.CountUnknown("event", happened.Type);
        Exception? passing = null;
        foreach (var one in who)
        {
            try
            {
                await one.HearAsync(happened, cancellation);
            }
            catch (Exception fault) when (PassingFaults.Is(fault))
            {
                passing ??= fault;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Poison(logger, fault, happened.Type);
            }
        }
        if (passing is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(passing);
    }

    private SlackEvent Read(JsonElement envelope, string type)
    {
        var body = envelope.At("event")!.Value;
        return new SlackEvent(
            type, envelope.Text("event_id") ?? "", envelope.Text("context_team_id") ?? envelope.Text("team_id") ?? "", MomentOf(envelope, body) ?? clock.GetUtcNow(), body)
        {
            Bot = envelope.Each("authorizations").Where(installed => installed.At("is_bot") is { ValueKind: JsonValueKind.True }).Select(installed => installed.Text("user_id")).FirstOrDefault(),
            IsShared = envelope.At("is_ext_shared_channel") is { ValueKind: JsonValueKind.True },
        };
    }

    private static DateTimeOffset? MomentOf(JsonElement envelope, JsonElement body) =>
        decimal.TryParse(body.Text("event_ts"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ts) && ts < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddMicroseconds((double)(ts * 1_000_000))
        : envelope.At("event_time") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var seconds) && seconds is >= 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : null;
}

/// <summary>The answer by which Slack knows an address to be ours.</summary>
internal sealed record Challenge([property: System.Text.Json.Serialization.JsonPropertyName("challenge")] string Text);
