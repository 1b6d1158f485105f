namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Something drawn for Slack.</summary>
/// <param name="Text">The whole of it in words: for notifications, for screen readers, and alone when Slack refuses the blocks. Escaped; at most 4,000 characters.</param>
/// <param name="Blocks">How it looks; empty when the text is all there is.</param>
public sealed record Drawn(string Text, IReadOnlyList<Block> Blocks);
