namespace IncidentBot.TestKit;

/// <summary>Everything that an answer says, wherever it says it.</summary>
public static class ReplyText
{
    /// <summary>All its words.</summary>
    public static string Of(Reply reply) => string.Join('\n',
        [reply.Text, .. reply.Instead, .. reply.Recorded.Select(entry => entry.Sentence), .. reply.Card is { } card ? Of(card) : [], .. reply.Form is { } form ? Of(form) : []]);

    private static IEnumerable<string> Of(Message message) =>
    [
        message.Headline, message.Text ?? "", $"{message.About}", .. message.Fields.Select(field => $"{field.Label}: {field.Value}"), .. message.Items,
        .. message.Controls.SelectMany(Of), .. message.Parts.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(Form form) =>
        [form.Title, form.Line, form.Hint ?? "", .. form.Blanks.SelectMany(blank => new[] { blank.Label, blank.Value, blank.Hint ?? "" }.Concat(blank.Choices.Select(choice => choice.Label)))];

    private static IEnumerable<string> Of(Control control) => control switch
    {
        Button button => [button.Label, button.Line],
        Select select => [select.Label, .. select.Options.SelectMany(option => new[] { option.Label, option.Line })],
        PeoplePicker picker => [picker.Label, picker.Line],
        Link link => [link.Label, link.Path],
        OutsideLink outside => [outside.Label, outside.Address],
        _ => throw new InvalidOperationException($"A control that this text does not know: {control.GetType().Name}"),
    };
}
