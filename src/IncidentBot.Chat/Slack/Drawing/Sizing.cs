using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Drawing;

/// <summary>Keeps what is drawn within what Slack takes as one message or view. Words give way, what can be pressed stays.</summary>
internal static class Sizing
{
    // Slack refuses longer messages (msg_blocks_too_long) without telling from where on.
    private const int MostCharacters = 12_000;

    /// <summary>The blocks that fit; behind them, where some did not, the one that says so.</summary>
    public static IReadOnlyList<Block> Fitting(IReadOnlyList<Block> blocks, int most, Block rest)
    {
        var (kept, room) = (new List<Block>(), MostCharacters);
        foreach (var block in blocks)
        {
            room -= LengthOf(block);
            if (room >= 0 || block is Actions) kept.Add(block);
        }
        return kept.Count == blocks.Count && kept.Count <= most ? kept : [.. kept.Take(most - 1), rest];
    }

    /// <summary>How many characters of words a block holds.</summary>
    public static int LengthOf(Block block) => block switch
    {
        Header header => header.Text.Text.Length,
        ContextLine line => line.Elements.Sum(words => words.Text.Length),
        RichText text => text.Elements.Sum(LengthOf),
        _ => 0,
    };

    private static int LengthOf(RichPart part) => part switch
    {
        RichSection section => section.Elements.Sum(LengthOf),
        RichQuote quote => quote.Elements.Sum(LengthOf),
        RichCode code => code.Elements.Sum(LengthOf),
        RichList list => list.Elements.Sum(LengthOf),
        _ => 0,
    };

    private static int LengthOf(RichPiece piece) => piece switch
    {
        RichWords words => words.Text.Length,
        RichLink link => link.Url.Length + (link.Text?.Length ?? 0),
        RichMoment moment => moment.Format.Length + moment.Fallback.Length,
        _ => 0,
    };
}
