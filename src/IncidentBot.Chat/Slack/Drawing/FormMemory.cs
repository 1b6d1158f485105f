using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Chat.Slack.Hearing.Interacting;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>What a form remembers in Slack while somebody fills it in.</summary>
/// <param name="Line">The line so far.</param>
/// <param name="Blanks">Its blanks, as far as completing the line needs them.</param>
/// <param name="Room">The incident in whose channel it was asked for; the house elsewhere.</param>
/// <param name="Channel">That channel; null when there was none.</param>
internal sealed record FormMemory(string Line, IReadOnlyList<Blank> Blanks, IncidentId Room, string? Channel)
{
    private const int Longest = 3_000;

    /// <summary>What to remember of a form.</summary>
    public FormMemory(Form form, IncidentId room, string? channel) : this(form.Line, form.Blanks, room, channel) { }

    /// <summary>The message that it was made from; null when it was not.</summary>
    public ChosenMessage? From { get; init; }

    /// <summary>As Slack keeps it: at most 3,000 characters. The message that it was made from gives way, for it can be read where it stands.</summary>
    public string Write()
    {
        var kept = Kept.Of(this);
        var written = JsonSerializer.Serialize(kept, FormJson.Written.Kept);
        for (var room = ChosenMessage.Longest; written.Length > Longest && kept.From is not null && room > 0; room -= 200)
        {
            kept = kept with { From = kept.From with { Text = SlackText.Cut(kept.From.Text, room) } };
            written = JsonSerializer.Serialize(kept, FormJson.Written.Kept);
        }
        return written;
    }

    /// <summary>What was written; null when that is nothing of ours.</summary>
    public static FormMemory? Read(string? written)
    {
        if (string.IsNullOrEmpty(written)) return null;
        try
        {
            return JsonSerializer.Deserialize(written, FormJson.Written.Kept)?.ToMemory();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a form remembers, in few characters.</summary>
internal sealed record Kept(string Line, IReadOnlyList<KeptBlank> Blanks, long Room, string? Channel, ChosenMessage? From)
{
    public static Kept Of(FormMemory memory) => new(
        memory.Line, [.. memory.Blanks.Select(blank => new KeptBlank(blank.Name, blank.IsOption, blank.Required))], memory.Room.Number, memory.Channel, memory.From);

    public FormMemory ToMemory() => new(
        Line, [.. Blanks.Select(blank => new Blank(blank.Name, blank.Name) { IsOption = blank.Option, Required = blank.Required })], new IncidentId(Room), Channel) { From = From };
}

/// <summary>A blank as far as it is needed when it comes back.</summary>
internal sealed record KeptBlank(string Name, bool Option, bool Required);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Kept))]
internal sealed partial class FormJson : JsonSerializerContext
{
    /// <summary>The contracts, with few escapes: it is never HTML.</summary>
    public static FormJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
