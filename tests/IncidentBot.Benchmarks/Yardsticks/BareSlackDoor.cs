using System.Security.Cryptography;
using System.Text;
using IncidentBot.Benchmarks.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Benchmarks.Yardsticks;

/// <summary>The doors for Slack's requests with nothing behind them: the signature is checked, and that is all.</summary>
internal static class BareSlackDoor
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(SlackSender.Secret);

    /// <summary>Opens them.</summary>
    public static void Map(WebApplication app) => app.MapPost("/slack/{door}", async http => http.Response.StatusCode = await IsSlacksAsync(http.Request) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);

    private static async Task<bool> IsSlacksAsync(HttpRequest request)
    {
        var moment = request.Headers["X-Slack-Request-Timestamp"].ToString();
        if (!long.TryParse(moment, out var seconds) || Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds) > 300) return false;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(body);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{moment}:"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        var told = Encoding.ASCII.GetBytes(request.Headers["X-Slack-Signature"].ToString());
        return CryptographicOperations.FixedTimeEquals(told, Encoding.ASCII.GetBytes($"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}"));
    }
}
