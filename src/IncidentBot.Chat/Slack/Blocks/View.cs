using System.Text.Json.Serialization;

namespace IncidentBot.Chat.Slack.Blocks;

/// <summary>A view: a modal that asks or tells, or somebody's App Home.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HomeView), "home")]
[JsonDerivedType(typeof(ModalView), "modal")]
public abstract record View(IReadOnlyList<Block> Blocks)
{
    /// <summary>What it is, when it comes back; null when nothing comes back.</summary>
    public string? CallbackId { get; init; }

    /// <summary>What it must remember; at most 3,000 characters.</summary>
    public string? PrivateMetadata { get; init; }
}

/// <summary>Somebody's App Home; at most 100 blocks.</summary>
public sealed record HomeView(IReadOnlyList<Block> Blocks) : View(Blocks);

/// <summary>A modal; at most 100 blocks, and 24 characters for its title and its buttons.</summary>
public sealed record ModalView(Plain Title, IReadOnlyList<Block> Blocks) : View(Blocks)
{
    /// <summary>The button that sends it; null when there is nothing to send.</summary>
    public Plain? Submit { get; init; }

    /// <summary>The button that only closes it.</summary>
    public Plain Close { get; init; } = new("Cancel");
}
