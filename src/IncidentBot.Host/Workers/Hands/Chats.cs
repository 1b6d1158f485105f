using IncidentBot.Ports;

namespace IncidentBot.Host.Workers.Hands;

/// <summary>Finds chats by name.</summary>
internal static class Chats
{
    public static IChat Named(this IEnumerable<IChat> chats, string name) =>
        chats.FirstOrDefault(chat => chat.Name == name)
        ?? throw new PromiseRefusedException($"{name} is no longer connected. Connect it in the settings, then try again.");
}
