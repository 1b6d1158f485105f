using System.Net;
using System.Net.Http.Headers;
using IncidentBot.Chat.Slack.Api.Calling;

namespace IncidentBot.Chat.Slack.Api.Files;

/// <summary>Fetches what was shared, from Slack's own hosts alone: the bot's token goes along.</summary>
internal sealed class SlackDownloads(IHttpClientFactory clients, SlackHosts hosts, SlackWatch watch, TimeProvider clock)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "Slack.Downloads";

    private const int MostRedirects = 3;

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);
    private static readonly SlackAsk Ask = SlackAsk.Read("file download");

    /// <summary>Opens a file's content.</summary>
    public Task<Stream> OpenAsync(Uri address, string token, CancellationToken cancellation) => watch.OverAsync(Ask.Method, async () =>
    {
        for (var redirects = 0; ; redirects++)
        {
            if (!hosts.KeepsFiles(address)) throw Fault("foreign_host", "The file does not lie with Slack, so the bot does not fetch it: its token would go there.");
            var answer = await SlackSending.OnceAsync(Ask, ending => GetAsync(address, token, ending), AnswerTime, clock, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return await ContentAsync(address, answer, cancellation);
            var next = answer.Headers.Location;
            answer.Dispose();
            if (next is null || redirects == MostRedirects) throw NotShown();
            address = new Uri(address, next);
        }
    });

    private async Task<HttpResponseMessage> GetAsync(Uri address, string token, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private async Task<Stream> ContentAsync(Uri address, HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            Check(address, answer);
            return new SlackDownload(await answer.Content.ReadAsStreamAsync(cancellation), answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private void Check(Uri address, HttpResponseMessage answer)
    {
        switch (answer.StatusCode)
        {
            // Slack shows people who may not see a file its sign-in page, with a yes.
            case HttpStatusCode.OK when answer.Content.Headers.ContentType?.MediaType == "text/html" && !address.AbsolutePath.Contains(".htm", StringComparison.OrdinalIgnoreCase):
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw NotShown();
            case HttpStatusCode.OK:
                return;
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                throw Fault("file_not_found", "Slack has no such file any more.");
            case HttpStatusCode.TooManyRequests:
                throw new SlackBusyException(Ask.Method, SlackReply.RetryAfter(answer.Headers, clock.GetUtcNow()));
            default:
                throw new SlackAwayException($"Slack did not give the file (HTTP status {(int)answer.StatusCode}).");
        }
    }

    private static SlackFaultException NotShown() =>
        Fault("not_visible", "Slack does not show the file to the bot. It needs the scope files:read: add it under OAuth & Permissions, then Reinstall to Workspace.");

    private static SlackFaultException Fault(string code, string sentence) => new(Ask.Method, code, sentence);
}
