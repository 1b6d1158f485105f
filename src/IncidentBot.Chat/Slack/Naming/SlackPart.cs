namespace IncidentBot.Chat.Slack.Naming;

/// <summary>A piece of a text as Slack writes it.</summary>
internal abstract record SlackPart
{
    /// <summary>How it reads, as far as that needs nobody's word.</summary>
    public abstract string Words { get; }

    /// <summary>Words.</summary>
    public sealed record Text(string Said) : SlackPart
    {
        /// <inheritdoc/>
        public override string Words => Said;
    }

    /// <summary>A person who is mentioned, and the name that Slack wrote beside it.</summary>
    public sealed record User(string Id, string? Label) : SlackPart
    {
        /// <inheritdoc/>
        public override string Words => $"@{Label ?? Id}";
    }

    /// <summary>A channel.</summary>
    public sealed record Channel(string Id, string? Label) : SlackPart
    {
        /// <inheritdoc/>
        public override string Words => $"#{Label ?? Id}";
    }

    /// <summary>A user group.</summary>
    public sealed record Group(string Id, string? Label) : SlackPart
    {
        /// <inheritdoc/>
        public override string Words => $"@{Label?.TrimStart('@') ?? Id}";
    }

    /// <summary>A link.</summary>
    public sealed record Link(string Address, string? Label) : SlackPart
    {
        /// <inheritdoc/>
        public override string Words => Label is null || Address == Label ? Bare : Bare == Label || Bare.TrimEnd('/') == Label ? Label : $"{Label} ({Bare})";

        // Slack makes links of what only looks like one: example.com, ana@example.com.
        private string Bare => Label is { } label && Schemes.FirstOrDefault(scheme => Address.TrimEnd('/') == scheme + label) is { } scheme
            ? Address[scheme.Length..]
            : Address.StartsWith("mailto:", StringComparison.Ordinal) ? Address["mailto:".Length..] : Address;

        private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];
    }
}
