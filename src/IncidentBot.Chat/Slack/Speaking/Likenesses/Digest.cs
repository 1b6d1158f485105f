using System.Security.Cryptography;
using System.Text;
using IncidentBot.Chat.Slack.Blocks;

namespace IncidentBot.Chat.Slack.Speaking.Likenesses;

/// <summary>Tells drawings apart in few bytes.</summary>
internal static class Digest
{
    /// <summary>The digest of all that Slack would be sent.</summary>
    public static string Of(Drawn drawn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{drawn.Text}\n{BlockJson.Of(drawn.Blocks)}")));
}
