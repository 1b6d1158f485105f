using System.Text.Json;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Draws a form as a modal, and reads it back.</summary>
internal static class SlackForm
{
    /// <summary>What a form's modal is called when it comes back.</summary>
    public const string Callback = "form";

    /// <summary>The name of what is filled in, in each blank.</summary>
    public const string Value = "v";

    private const int LongestTitle = 24;
    private const int LongestHint = 2_000;
    private const int LongestInput = 3_000;
    private const int MostOptions = 100;
    private const int LongestOption = 75;
    private const int LongestValue = 150;

    /// <summary>The modal; one that only says so when the form holds words that are too long to be changed in Slack, for they would come back cut.</summary>
    public static ModalView Draw(Form form, FormMemory memory) => form.Blanks.FirstOrDefault(blank => blank.Value.Length > LongestInput) is { } full
        ? new ModalView(SlackText.Label(form.Title, LongestTitle), [Paragraphs.Of(TooLong(full))]) { Close = new Plain("Close") }
        : new ModalView(SlackText.Label(form.Title, LongestTitle), [.. Above(form), .. form.Blanks.Select(Draw)])
        {
            Submit = SlackText.Label(form.Submit, LongestTitle),
            Close = new Plain(form.Submit == "Cancel" ? "Back" : "Cancel"),
            CallbackId = Callback,
            PrivateMetadata = memory.Write(),
        };

    /// <summary>What somebody filled in; null when the modal is none of ours.</summary>
    public static FilledForm? Read(JsonElement view)
    {
        if (FormMemory.Read(view.TryGetProperty("private_metadata", out var kept) && kept.ValueKind == JsonValueKind.String ? kept.GetString() : null) is not { } memory) return null;
        var values = new Dictionary<string, string>();
        var users = new List<string>();
        foreach (var blank in memory.Blanks)
        {
            if (Filled(view, blank.Name) is not { } filled) continue;
            if (Text(filled, "selected_user") is { } user)
            {
                users.Add(user);
                values[blank.Name] = "@" + user;
            }
            else if ((Text(filled, "value") ?? Picked(filled)) is { } value)
                values[blank.Name] = value;
        }
        return new FilledForm(memory, values, users);
    }

    private static string TooLong(Blank full) =>
        $"“{SlackText.Label(full.Label, LongestOption).Text}” holds {full.Value.Length:N0} characters; Slack lets one change {LongestInput:N0}. Change it in the war room, where there is room for all of it.";

    // A title that had to be cut is said in full above the blanks.
    private static IEnumerable<Block> Above(Form form)
    {
        if (form.Title.Length > LongestTitle) yield return Paragraphs.Of(form.Title, style: RichStyle.Strong);
        if (form.Hint is { Length: > 0 } hint) yield return Paragraphs.Of(hint);
    }

    private static Input Draw(Blank blank) => new(SlackText.Label(blank.Label, LongestHint), ElementOf(blank))
    {
        BlockId = blank.Name,
        Optional = !blank.Required,
        Hint = blank.Hint is { Length: > 0 } hint ? SlackText.Label(hint, LongestHint) : null,
    };

    private static Element ElementOf(Blank blank) => blank.Kind switch
    {
        BlankKind.Choice => Choice(blank),
        BlankKind.Person => new PeopleElement(Value),
        _ => new TextElement(Value)
        {
            Multiline = blank.Kind == BlankKind.Paragraph,
            MaxLength = Math.Min(blank.Longest, LongestInput),
            InitialValue = blank.Value.Length == 0 ? null : SlackText.Cut(blank.Value, Math.Min(blank.Longest, LongestInput)),
        },
    };

    private static SelectElement Choice(Blank blank)
    {
        List<OptionElement> options = [.. blank.Choices.Where(choice => choice.Value.Length is > 0 and <= LongestValue).Take(MostOptions).Select(Option)];
        return new SelectElement(Value, options) { InitialOption = options.Find(option => option.Value == blank.Value) };
    }

    // "SEV1 critical: nobody can pay" reads as a name and, below it, what it means.
    private static OptionElement Option((string Value, string Label) choice)
    {
        var parts = choice.Label.Split(": ", 2);
        return choice.Label.Length <= LongestOption || parts.Length == 1
            ? new OptionElement(SlackText.Label(choice.Label, LongestOption), choice.Value)
            : new OptionElement(SlackText.Label(parts[0], LongestOption), choice.Value) { Description = SlackText.Label(parts[1], LongestOption) };
    }

    private static JsonElement? Filled(JsonElement view, string blank) =>
        view.TryGetProperty("state", out var state) && state.TryGetProperty("values", out var values) && values.TryGetProperty(blank, out var block)
        && block.ValueKind == JsonValueKind.Object && block.TryGetProperty(Value, out var filled) && filled.ValueKind == JsonValueKind.Object ? filled : null;

    private static string? Picked(JsonElement filled) => filled.TryGetProperty("selected_option", out var option) ? Text(option, "value") : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A form as it was filled in.</summary>
/// <param name="Memory">What it remembered.</param>
/// <param name="Values">What was filled in, by the blank's name; people as <c>@</c> and their id.</param>
/// <param name="Users">The ids of the people among them.</param>
internal sealed record FilledForm(FormMemory Memory, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Users)
{
    /// <summary>Its blanks, as far as they were remembered.</summary>
    public IReadOnlyList<Blank> Blanks => Memory.Blanks;

    /// <summary>The whole line.</summary>
    public string Line => new Form("", Memory.Line, Memory.Blanks, "").Complete(Values);
}
