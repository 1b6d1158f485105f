using System.Text.Json;
using IncidentBot.Chat.Slack.Api.Calling;
using IncidentBot.Chat.Slack.Api.Files;
using IncidentBot.Chat.Slack.Api.Posting;
using IncidentBot.Chat.Slack.Api.Reading;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.Chat.Slack.Blocks;
using Microsoft.Extensions.Logging;
using Refit;

namespace IncidentBot.Chat.Slack.Api;

/// <summary>Slack's Web API as the bot knows it.</summary>
internal sealed partial class SlackClient(
    ISlackWeb web, SlackCaller caller, KeyedPosts posts, SlackGaps gaps, SlackViews views, SlackResponses responses, SlackDownloads downloads, SlackOptions options, ILogger<SlackClient> logger) : ISlack
{
    private volatile SlackSelf? self;

    private string Bot => options.BotToken!;

    /// <inheritdoc/>
    public async ValueTask<SlackSelf> SelfAsync(CancellationToken cancellation = default) => self ??= await AskSelfAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask<Uri> SocketAddressAsync(CancellationToken cancellation = default)
    {
        var ask = new SlackAsk("apps.connections.open", IsRepeatable: true, SlackToken.App);
        var answer = await caller.CallAsync(ask, ending => web.ConnectAsync(options.AppToken!, ending), cancellation);
        return answer.Url ?? throw Incomplete(ask.Method);
    }

    private async Task<SlackSelf> AskSelfAsync(CancellationToken cancellation)
    {
        var test = await CallAsync(SlackAsk.Read("auth.test"), web.TestAsync, cancellation);
        var app = test.AppId ?? await AppOfAsync(test.BotId, cancellation);
        return new SlackSelf(test.TeamId ?? throw Incomplete("auth.test"), test.Team ?? "", test.UserId ?? throw Incomplete("auth.test"), test.BotId ?? "", app, test.Scopes);
    }

    // Nice to know: the bot does without.
    private async Task<string?> AppOfAsync(string? bot, CancellationToken cancellation)
    {
        if (bot is null) return null;
        try
        {
            return (await CallAsync(SlackAsk.Read("bots.info"), (token, ending) => web.BotAsync(token, new() { ["bot"] = bot }, ending), cancellation)).Bot?.AppId;
        }
        catch (Exception no) when (no is SlackFaultException or SlackAwayException or SlackBusyException)
        {
            Log.NoApp(logger, no.Message);
            return null;
        }
    }

    // With the bot's token. When Slack refuses it, who the bot is must be asked anew.
    private async Task<T> CallAsync<T>(SlackAsk ask, Func<string, CancellationToken, Task<IApiResponse<T>>> send, CancellationToken cancellation) where T : SlackResult
    {
        try
        {
            return await caller.CallAsync(ask, ending => send(Bot, ending), cancellation);
        }
        catch (SlackFaultException fault) when (SlackCodes.IsAboutToken(fault.Code))
        {
            self = null;
            throw;
        }
    }

    // Lets the bot itself into a public channel, once, when it is not in it.
    private async Task<T> AsMemberAsync<T>(string channel, Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (SlackFaultException fault) when (fault.Code == "not_in_channel")
        {
            if (!await TryJoinAsync(channel, cancellation)) throw;
            return await ask();
        }
    }

    private async Task<bool> TryJoinAsync(string channel, CancellationToken cancellation)
    {
        try
        {
            await JoinAsync(channel, cancellation);
            Log.Joined(logger);
            return true;
        }
        catch (SlackFaultException)
        {
            return false;
        }
    }

    // What is so already is no fault.
    private static async Task UnlessAsync(Func<Task> ask, params string[] soAlready)
    {
        try
        {
            await ask();
        }
        catch (SlackFaultException fault) when (soAlready.Contains(fault.Code))
        {
        }
    }

    private static JsonElement? BlocksOf(Drawn drawn) => drawn.Blocks.Count == 0 ? null : BlockJson.Of(drawn.Blocks);

    private static SlackAwayException Incomplete(string method) => new($"Slack answered {method} without what was asked for.");
}
