using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.Chat.Slack.Blocks;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Answers through a <c>response_url</c>: a secret address that came with a command or a press, so that no token goes along, and that is told to nobody.</summary>
internal sealed class SlackResponses(IHttpClientFactory clients, SlackHosts hosts, SlackWatch watch, TimeProvider clock, ILogger<SlackResponses> logger)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "Slack.Responses";

    private const int LongestAnswer = 4_096;

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly SlackAsk Ask = SlackAsk.Once("response_url");

    /// <summary>Sends one.</summary>
    public async Task SendAsync(Uri address, SlackResponse response, CancellationToken cancellation)
    {
        if (!hosts.TakesAnswers(address)) throw Fault("foreign_host", "The address for answers is not Slack's. Nothing was sent.");
        var blocks = response.Drawn.Blocks.Count == 0 ? (JsonElement?)null : BlockJson.Of(response.Drawn.Blocks);
        var message = new ResponseMessage(SlackLength.Cut(response.Drawn.Text, SlackLength.Message), response.ToAll ? "in_channel" : "ephemeral", response.ReplaceOriginal) { Blocks = blocks };
        try
        {
            await watch.OverAsync(Ask.Method, () => SendAsync(address, message, cancellation));
        }
        catch (SlackFaultException fault) when (blocks is not null && SlackCodes.IsAboutContent(fault.Code))
        {
            Log.Undrawn(logger, Ask.Method, fault.Code, string.Join(' ', fault.Details));
            await watch.OverAsync(Ask.Method, () => SendAsync(address, message with { Blocks = null }, cancellation));
        }
    }

    private async Task<bool> SendAsync(Uri address, ResponseMessage message, CancellationToken cancellation)
    {
        for (var begin = clock.GetTimestamp(); ;)
        {
            var (status, wait, word) = await SlackSending.OnceAsync(Ask, ending => PostAsync(address, message, ending), AnswerTime, clock, cancellation);
            if (wait is null) return Read(status, word);
            if (clock.GetElapsedTime(begin) + wait.Value > Patience) throw new SlackBusyException(Ask.Method, wait.Value);
            await Task.Delay(wait.Value, clock, cancellation);
        }
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Wait, string Word)> PostAsync(Uri address, ResponseMessage message, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(message, SlackJson.Default.ResponseMessage) };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var wait = answer.StatusCode == HttpStatusCode.TooManyRequests ? SlackReply.RetryAfter(answer.Headers, clock.GetUtcNow()) : (TimeSpan?)null;
        return (answer.StatusCode, wait, await WordAsync(answer.Content, cancellation));
    }

    // Slack answers "ok", or JSON, or one word for what is wrong.
    private static async Task<string> WordAsync(HttpContent content, CancellationToken cancellation)
    {
        var start = new byte[LongestAnswer];
        await using var body = await content.ReadAsStreamAsync(cancellation);
        var text = Encoding.UTF8.GetString(start, 0, await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation)).Trim();
        try
        {
            return !text.StartsWith('{') ? text.All(c => char.IsAsciiLetterLower(c) || c == '_') ? text : ""
                : JsonSerializer.Deserialize(text, SlackJson.Default.SlackResult) is { Ok: false, Error: { } error } ? error : "ok";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static bool Read(HttpStatusCode status, string word) => (int)status switch
    {
        >= 200 and < 300 when word is "" or "ok" => true,
        >= 200 and < 500 => throw Fault(word.Length == 0 ? "used_url" : word, SlackSentences.Of(Ask, word.Length == 0 ? "used_url" : word)),
        var other => throw new SlackAwayException($"Slack did not take the answer (HTTP status {other})."),
    };

    private static SlackFaultException Fault(string code, string sentence) => new(Ask.Method, code, sentence);
}
