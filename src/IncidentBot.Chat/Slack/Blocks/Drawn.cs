namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>Something drawn for Slack.</summary>
/// <param name="Text">The whole of it in plain words: for notifications, for screen readers, and alone when Slack refuses the blocks. At most 4,000 characters.</param>
/// <param name="Blocks">How it looks; empty when the text is all there is.</param>
public sealed record Drawn(string Text, IReadOnlyList<Block> Blocks);

/// <summary>A view: a modal that asks, or somebody's App Home.</summary>
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(HomeView), "home")]
public abstract record View(IReadOnlyList<Block> Blocks)
{
    /// <summary>What it is, when it comes back; null when nothing comes back.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What it must remember; at most 3,000 characters.</summary>
    public string? PrivateMetadata { get; init; }
}

/// <summary>Somebody's App Home.</summary>
[System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(HomeView), "home")]
public record HomeView(IReadOnlyList<Block> Blocks) : View(Blocks);
