using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.TestKit;

/// <summary>What Slack answers.</summary>
internal sealed record SlackAnswer(int Status, byte[] Body)
{
    public SlackAnswer(int status, string body) : this(status, Encoding.UTF8.GetBytes(body)) { }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, when it is JSON.</summary>
    public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;

    /// <summary>Slack says yes.</summary>
    public static SlackAnswer Yes(JsonObject? more = null)
    {
        var body = more ?? [];
        body.Insert(0, "ok", true);
        return new SlackAnswer(200, body.ToJsonString());
    }

    /// <summary>Slack says no.</summary>
    public static SlackAnswer No(string error, JsonObject? more = null)
    {
        var body = more ?? [];
        body.Insert(0, "ok", false);
        body.Insert(1, "error", error);
        return new SlackAnswer(200, body.ToJsonString());
    }
}
