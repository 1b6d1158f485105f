using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>Whether Slack answers at all, and whether its clock and ours agree: by it requests are known as fresh.</summary>
internal sealed class SlackReach(SlackWire wire, SlackOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <summary>Asks it something that needs no token.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient(wire.Handler, disposeHandler: false) { Timeout = Patience };
        try
        {
            using var answer = await http.PostAsync(new Uri(options.ApiUrl, "api/api.test"), content: null, cancellation);
            var reached = Finding.Well($"Slack answers at {options.ApiUrl}.");
            return answer.Headers.Date is { } there ? [reached, Clock(clock.GetUtcNow() - there)] : [reached];
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            var why = away is TaskCanceledException ? $"nothing came within {Words.Figure(Patience)}" : away.Message.TrimEnd('.');
            return [Finding.Wrong($"Slack does not answer at {options.ApiUrl}: {why}. This machine must reach it over https; behind a proxy set HTTPS_PROXY.")];
        }
    }

    private static Finding Clock(TimeSpan ahead) => ahead.Duration() < Apart
        ? Finding.Well("This machine's clock and Slack's agree.")
        : Finding.Wrong($"This machine's clock is {Words.Span(ahead.Duration())} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Slack's; requests that seem older than 5 minutes are refused. Set it by a time server (NTP).");
}
