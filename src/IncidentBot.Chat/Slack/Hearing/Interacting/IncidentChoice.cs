using System.Text.Json;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Naming;

namespace IncidentBot.Chat.Slack.Hearing.Interacting;

/// <summary>Asks which incident something is about, where the channel does not say it.</summary>
internal sealed class IncidentChoice(SlackForms forms, ISlackPeople people, IncidentCatalog catalog)
{
    /// <summary>The name of its modal.</summary>
    public const string Callback = "which";

    private const string Blank = "incident";
    private const int Most = 100;

    /// <summary>The open incidents that this person may see, newest first.</summary>
    public async ValueTask<IReadOnlyList<IncidentId>> PossibleAsync(string user, CancellationToken cancellation) => [.. (await ListAsync(user, cancellation)).Select(incident => incident.Id)];

    /// <summary>Opens the question; answers null when it is open, else what to say instead.</summary>
    public async ValueTask<Reply?> OpenAsync(Situation at, MessageDeed deed, ChosenMessage from, CancellationToken cancellation)
    {
        var form = new Form("Which incident?", string.Join(' ', deed.Words),
        [
            new Blank(Blank, "Which incident is it about?")
            {
                Kind = BlankKind.Choice,
                Required = true,
                Choices = [.. (await ListAsync(at.User, cancellation)).Select(incident => (incident.Id.ToString(), $"{incident.Id} {Words.Brief(incident.Title, 60)}"))],
            },
        ], "Go on");
        var asked = new WhichAsked(deed.Name, at.Channel ?? "", at.Message ?? "", from);
        var view = SlackForm.Draw(form, new FormMemory(form, IncidentId.House, at.Channel)) with { CallbackId = Callback, PrivateMetadata = JsonSerializer.Serialize(asked, HearingJson.Written.WhichAsked) };
        return await forms.OpenAsync(form, at, view, cancellation);
    }

    /// <summary>What was asked, and which incident was picked; null when the view holds neither.</summary>
    public static (MessageDeed Deed, IncidentId Incident, WhichAsked Asked)? Read(JsonElement view)
    {
        var picked = view.Text("state", "values", Blank, "v", "selected_option", "value");
        if (!IncidentId.TryParse(picked, out var id) || view.Text("private_metadata") is not { } kept) return null;
        return JsonSerializer.Deserialize(kept, HearingJson.Written.WhichAsked) is { } asked && MessageDeed.Of(asked.Deed) is { } deed ? (deed, id, asked) : null;
    }

    private async ValueTask<IReadOnlyList<IncidentSummary>> ListAsync(string user, CancellationToken cancellation) =>
        await catalog.ListAsync(new IncidentFilter { Open = true }, await people.PersonAsync(user, cancellation), before: null, Most, cancellation);
}

/// <summary>What the question remembers while somebody picks.</summary>
/// <param name="Deed">What is to be made.</param>
/// <param name="Channel">The message's channel.</param>
/// <param name="Ts">The message's <c>ts</c>.</param>
/// <param name="From">The message.</param>
internal sealed record WhichAsked(string Deed, string Channel, string Ts, ChosenMessage From);
