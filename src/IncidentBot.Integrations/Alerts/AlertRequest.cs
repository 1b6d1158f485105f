using System.Text.Json;

namespace IncidentBot.Integrations.Alerts;

/// <summary>A request, read: what it says, or what is wrong with it.</summary>
/// <param name="Signals">What it says; empty when anything is wrong.</param>
/// <param name="LeftOut">How many alerts the sender left out.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record AlertRequest(IReadOnlyList<AlertSignal> Signals, long LeftOut, AlertFaults Faults)
{
    /// <summary>Reads a request's exact bytes.</summary>
    public static AlertRequest Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var arrival = new AlertArrival(now, AlertDigest.Of(body.Span), new AlertFaults());
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, arrival);
        }
        catch (JsonException unreadable)
        {
            arrival.Faults.Add($"The body cannot be read as JSON: something is wrong in line {unreadable.LineNumber + 1}, at character {unreadable.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement says to halves of characters.
            arrival.Faults.Add("The body holds text that is not valid Unicode.");
        }
        return new AlertRequest([], 0, arrival.Faults);
    }

    private static AlertRequest Read(JsonElement root, AlertArrival arrival)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            arrival.Faults.Add("The body must be a JSON object: Alertmanager's webhook, or {\"name\": …, \"state\": \"firing\"}.");
            return new AlertRequest([], 0, arrival.Faults);
        }
        var isAlertmanagers = Alertmanager.Sent(root);
        var signals = isAlertmanagers ? Alertmanager.Read(root, arrival) : GenericAlert.Read(root, arrival);
        return new AlertRequest(arrival.Faults.None ? signals : [], isAlertmanagers ? Alertmanager.LeftOut(root) : 0, arrival.Faults);
    }
}
