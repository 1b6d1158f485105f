using System.Text.Json;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Drawing;

/// <summary>Whatever comes, Slack takes it: its limits are those of slack.com/reference/block-kit.</summary>
public sealed class WithinLimits
{
    private static readonly string[] Words = ["checkout", "<!channel>", "&", "👩‍👩‍👧‍👦", "مدفوعات", "`code`", "https://example.com/" + new string('a', 300), "2026-11-23 10:42 UTC", new string('x', 4_000), "", "\n", "*b*", "\0\u0007", "\ud83d", "```\ncode\n```", "```", "http://[", "\u202eright to left"];

    [Test]
    public void A_message_of_any_size_fits([Range(1, 60)] int seed)
    {
        var chance = new Random(seed);
        string Text(int most) => string.Join(' ', Enumerable.Range(0, chance.Next(most)).Select(_ => Words[chance.Next(Words.Length)]));
        var message = new Message(Text(60))
        {
            Text = Text(90),
            Fields = [.. Enumerable.Range(0, chance.Next(30)).Select(_ => new Field(Text(3), Text(30)))],
            Items = [.. Enumerable.Range(0, chance.Next(40)).Select(_ => Text(9))],
            Controls = [.. Enumerable.Range(0, chance.Next(200)).Select(number => AnyControl(chance, Text, number))],
            Parts = [.. Enumerable.Range(0, chance.Next(40)).Select(_ => new Message(Text(20)) { Fields = [new Field("Severity", "SEV1")], About = new IncidentId(3) })],
            Tone = (Tone)chance.Next(4),
            About = new IncidentId(1),
        };
        Check(Drawings.Hand.Of(message, 7));
        Check(Drawings.Hand.Of(new Reply(Text(200) + "x") { Card = message, Refused = chance.Next(2) == 0, Instead = [.. Enumerable.Range(0, 9).Select(_ => Text(40))] }));
        Check(Drawings.Hand.Said(new Recorded(new IncidentId(1), 1, 1, Story.Begin, Story.Begin, Person.WhoSays("Ana"), "web", "", new MessagePosted(Text(900)), [], EntryHash.Zero, EntryHash.Zero)));
    }

    [Test]
    public void A_form_of_any_size_fits_and_comes_back([Range(1, 20)] int seed)
    {
        var chance = new Random(seed);
        string Text(int most) => string.Join(' ', Enumerable.Range(0, chance.Next(most)).Select(_ => Words[chance.Next(Words.Length)]));
        var form = new Form(Text(9) + "Ask", "INC-1 note", [.. Enumerable.Range(0, 9).Select(number => new Blank($"b{number}", Text(90) + "?")
        {
            Kind = (BlankKind)chance.Next(3), Value = SlackText.Cut(Text(3_000), 3_000), Hint = Text(200), Choices = [.. Enumerable.Range(1, 150).Select(choice => ($"v{choice}", Text(20)))],
        })], Text(5) + "Go") { Hint = Text(900) };
        var view = SlackForm.Draw(form, new FormMemory(form, new IncidentId(1), "C1") { From = new("Ana", Text(400), "https://acme.slack.com/x") });
        foreach (var block in view.Blocks) Check(block);
        Assert.That((view.Blocks.Count <= 100, view.Title.Text.Length <= 24, view.Submit?.Text.Length <= 24, view.PrivateMetadata?.Length <= 3_000), Is.EqualTo((true, true, true, true)));
        Assert.That(FormMemory.Read(view.PrivateMetadata)?.Blanks.Select(blank => blank.Name), Is.EqualTo(form.Blanks.Select(blank => blank.Name)));
    }

    private static Control AnyControl(Random chance, Func<int, string> text, int number) => chance.Next(5) switch
    {
        0 => new Button(text(20), $"INC-1 note {text(20)}"),
        1 => new Select(text(20), [.. Enumerable.Range(0, chance.Next(1, 150)).Select(option => new Option(text(9), $"INC-1 stage {option % 140} {text(2)}", option == 3))]),
        2 => new PeoplePicker(text(20), $"INC-1 role assign r{number} {PeoplePicker.Person}"),
        3 => new Link(text(9), $"/incidents/{number}"),
        _ => new OutsideLink(text(9), "https://example.com/" + new string('a', chance.Next(4_000))),
    };

    private static void Check(Drawn drawn)
    {
        Assert.That((drawn.Text.Length <= 4_000, drawn.Blocks.Count <= 50), Is.EqualTo((true, true)));
        Assert.That(drawn.Text, Does.Not.Contain("<!channel>").And.Not.Contain("\0"));
        Assert.That(drawn.Blocks.Sum(Sizing.LengthOf), Is.LessThanOrEqualTo(12_200));
        Assert.That(drawn.Blocks.Select(block => block.BlockId).OfType<string>(), Is.Unique);
        foreach (var block in drawn.Blocks) Check(block);
    }

    private static void Check(Block block)
    {
        var json = BlockJson.Of([block])[0].GetRawText();
        switch (block)
        {
            case Header header: Assert.That(header.Text.Text.Length, Is.InRange(1, 150)); break;
            case ContextLine line: Assert.That(line.Elements, Has.Count.EqualTo(1).And.All.Matches<Mrkdwn>(words => words!.Text.StartsWith("… and ", StringComparison.Ordinal)), "the bot's own words alone"); break;
            case RichText: Assert.That(json, Does.Not.Contain("\"text\":\"\"").And.Not.Contain("\"elements\":[]").And.Not.Contain("\"mrkdwn\"").And.Not.Contain("\"url\":\"http://[")); break;
            case Actions actions: Check(actions); break;
            case Input input: Check(input.Element); Assert.That(input.Label.Text.Length, Is.InRange(1, 2_000)); break;
        }
        Assert.That(json, Does.Contain("\"type\""));
    }

    private static void Check(Actions actions)
    {
        Assert.That(actions.Elements, Has.Count.InRange(1, 25));
        Assert.That(actions.Elements.Select(element => element.ActionId), Is.Unique);
        foreach (var element in actions.Elements) Check(element);
    }

    private static void Check(Element element)
    {
        Assert.That(element.ActionId.Length, Is.InRange(1, 255));
        switch (element)
        {
            case ButtonElement button:
                Assert.That((button.Text.Text.Length is > 0 and <= 75, (button.Value?.Length ?? 0) <= 2_000, (button.Url?.Length ?? 0) <= 3_000), Is.EqualTo((true, true, true)));
                break;
            case SelectElement select:
                Assert.That(select.Options, Has.Count.InRange(1, 100));
                Assert.That(select.Options, Has.All.Matches<OptionElement>(option => option is { Text.Text.Length: > 0 and <= 75, Value.Length: > 0 and <= 150 } && (option.Description?.Text.Length ?? 0) <= 75));
                Assert.That(select.InitialOption, Is.Null.Or.AnyOf([.. select.Options]));
                break;
            case TextElement text:
                Assert.That((text.InitialValue?.Length ?? 0) <= text.MaxLength, Is.True);
                break;
        }
    }
}
