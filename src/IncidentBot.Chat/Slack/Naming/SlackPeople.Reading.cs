using System.Text;

namespace IncidentBot.Chat.Slack.Naming;

/// <summary>Who is who, where text is read.</summary>
internal sealed partial class SlackPeople
{
    /// <inheritdoc/>
    public async ValueTask<string> PlainAsync(string text, CancellationToken cancellation = default)
    {
        var parts = SlackMarkup.Read(text);
        var named = await NamedAsync(parts, cancellation);
        var plain = new StringBuilder(text.Length);
        foreach (var part in parts) plain.Append(part is SlackPart.User user ? $"@{NameOf(named[user.Id], user)}" : await WordsAsync(part, cancellation));
        return plain.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask<SlackLine> LineAsync(string text, CancellationToken cancellation = default)
    {
        var parts = SlackMarkup.Read(text);
        var handles = new SlackHandles(await NamedAsync(parts, cancellation));
        var line = new StringBuilder(text.Length);
        foreach (var part in parts) line.Append(part is SlackPart.User user ? $"@{handles.Of(user.Id)}" : await WordsAsync(part, cancellation));
        return new SlackLine(SlackTyping.AsTyped(line.ToString()), handles.Meant);
    }

    private async ValueTask<IReadOnlyDictionary<string, Person>> NamedAsync(IReadOnlyList<SlackPart> parts, CancellationToken cancellation)
    {
        var mentioned = parts.OfType<SlackPart.User>().Select(user => user.Id).Distinct().ToList();
        if (mentioned.Count == 0) return System.Collections.Immutable.ImmutableDictionary<string, Person>.Empty;
        var people = await Task.WhenAll(mentioned.Select(user => PersonAsync(user, cancellation).AsTask()));
        return mentioned.Zip(people).ToDictionary(known => known.First, known => known.Second);
    }

    // Nobody knows the name: what Slack wrote beside the id still may.
    private static string NameOf(Person person, SlackPart.User user) => person.Name == user.Id && user.Label is { } label ? label : person.Name;

    private async ValueTask<string> WordsAsync(SlackPart part, CancellationToken cancellation) => part switch
    {
        SlackPart.Channel(var id, var label) => $"#{label ?? await ChannelAsync(id, cancellation)}",
        SlackPart.Group(var id, var label) => $"@{label?.TrimStart('@') ?? (await groups.FindAsync("", cancellation))?.FirstOrDefault(group => group.Id == id)?.Handle ?? id}",
        _ => part.Words,
    };

    // The name of a private channel is not for whoever reads along.
    private async ValueTask<string> ChannelAsync(string id, CancellationToken cancellation) =>
        await channels.FindAsync(id, cancellation) is { } channel ? channel.IsPrivate ? "private-channel" : channel.Name : id;
}
