using System.Text.Json;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.Chat.Slack.Drawing;

namespace IncidentBot.Adapters.Tests.Slack.Drawing;

public sealed class PressesComeBack
{
    private static readonly Message Card = new("INC-1")
    {
        Controls = [
            new Button("Take command", "INC-1 role claim commander"), new Select("Severity", [new Option("SEV1", "INC-1 severity sev1"), new Option("SEV2", "INC-1 severity sev2", Chosen: true)]),
            new PeoplePicker("Assign", $"INC-1 role assign commander {PeoplePicker.Person}"), new Link("Review", "/incidents/INC-1/review")],
    };

    [Test]
    public void A_button_is_its_line() => Assert.That(SlackPress.Read(Pressed(0, "")), Is.EqualTo(new SlackPress("INC-1 role claim commander", 42, null)));

    [Test]
    public void A_choice_is_the_line_of_what_was_picked() => Assert.That(
        SlackPress.Read(Pressed(1, """, "selected_option": {"text": {"type": "plain_text", "text": "SEV1"}, "value": "INC-1 severity sev1"}""")), Is.EqualTo(new SlackPress("INC-1 severity sev1", 42, null)));

    [Test]
    public void A_person_comes_beside_the_line() => Assert.That(
        SlackPress.Read(Pressed(2, """, "selected_user": "U7" """)), Is.EqualTo(new SlackPress("INC-1 role assign commander {person}", 42, "U7")));

    [Test]
    public void A_link_says_nothing()
    {
        Assert.That((SlackPress.Read(Pressed(3, "")), SlackPress.IsLink(Pressed(3, ""))), Is.EqualTo(((SlackPress?)null, true)));
    }

    [TestCase("""{"type": "button"}""")]
    [TestCase("""{"type": "button", "action_id": "inc_ack", "value": "42"}""")]
    [TestCase("""{"type": "static_select", "action_id": "s:1", "block_id": "c:42:1", "selected_option": null}""")]
    [TestCase("""{"type": "users_select", "action_id": "p:INC-1 role assign commander {person}", "selected_user": null}""")]
    [TestCase("""{"action_id": 7}""")]
    [TestCase("[]")]
    public void What_is_not_ours_or_was_cleared_is_nothing(string action) => Assert.That(SlackPress.Read(JsonDocument.Parse(action).RootElement), Is.Null);

    // As Slack sends it back: the element with its block's name.
    private static JsonElement Pressed(int place, string more)
    {
        var rows = BlockJson.Of(Drawings.Hand.Of(Card, 42).Blocks).EnumerateArray().Where(block => block.GetProperty("type").GetString() == "actions");
        var (row, element) = rows.SelectMany(row => row.GetProperty("elements").EnumerateArray().Select(element => (row, element))).ElementAt(place);
        return JsonDocument.Parse($$"""{"block_id": "{{row.GetProperty("block_id").GetString()}}", {{element.GetRawText()[1..^1]}}{{more}}}""").RootElement;
    }
}
