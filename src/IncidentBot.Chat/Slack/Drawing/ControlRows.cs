using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>What can be pressed, in rows: each control is a line already typed, and comes back as that line.</summary>
internal sealed class ControlRows(SlackPages pages, long nonce)
{
    /// <summary>The prefix of a row's name.</summary>
    public const string Prefix = "c:";

    private const int PerRow = 5;
    private const int LongestLabel = 75;
    private const int LongestLine = 2_000;
    private const int LongestChosen = 150;
    private const int MostOptions = 100;
    private const int LongestAction = 255;

    private int drawn;

    /// <summary>The rows, in the order of importance: what is pressed and what is picked stand apart. What there is no room for in Slack is left out.</summary>
    public IEnumerable<Block> Of(IEnumerable<Control> controls) => Rows(controls.Select((control, place) => Draw(control, place)).OfType<Element>())
        .Select(row => new Actions(row) { BlockId = $"{Prefix}{(nonce > 0 ? nonce.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}:{++drawn}" });

    private static List<List<Element>> Rows(IEnumerable<Element> elements)
    {
        var rows = new List<List<Element>>();
        foreach (var element in elements)
        {
            if (rows is [.., { Count: < PerRow } row] && row[^1] is ButtonElement == element is ButtonElement) row.Add(element);
            else rows.Add([element]);
        }
        return rows;
    }

    private Element? Draw(Control control, int place) => control switch
    {
        Button { Line.Length: <= LongestLine } button => new ButtonElement($"b:{place}", Label(button)) { Value = button.Line, Style = StyleOf(button.Emphasis) },
        Select select => Draw(select, place),
        PeoplePicker picker when picker.Line.Length + 2 <= LongestAction => new PeopleElement($"p:{picker.Line}") { Placeholder = SlackText.Label(picker.Label, 150) },
        Link link when pages.Of(link.Path) is { } address => new ButtonElement($"l:{place}", Label(link)) { Url = address.AbsoluteUri },
        OutsideLink outside when SlackText.IsAddress(outside.Address) => new ButtonElement($"l:{place}", Label(outside)) { Url = outside.Address },
        _ => null,
    };

    private static SelectElement? Draw(Select select, int place)
    {
        List<OptionElement> options = [.. select.Options.Where(option => option.Line.Length <= LongestChosen).DistinctBy(option => option.Line).Take(MostOptions).Select(Draw)];
        var chosen = select.Options.FirstOrDefault(option => option.Chosen);
        return options.Count == 0 ? null : new SelectElement($"s:{place}", options)
        {
            Placeholder = SlackText.Label(select.Label, 150),
            InitialOption = chosen is null ? null : options.Find(option => option.Value == chosen.Line),
        };
    }

    private static OptionElement Draw(Option option) => new(SlackText.Label(option.Label, LongestLabel), option.Line);

    private static Plain Label(Control control) => SlackText.Label(control.Label, LongestLabel);

    private static string? StyleOf(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Primary => "primary",
        Emphasis.Danger => "danger",
        _ => null,
    };
}
