using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Hearing.Doors;
using IncidentBot.Ports;

namespace IncidentBot.Chat.Slack.Checking;

/// <summary>Whether what people do in Slack can arrive: by connections that the bot opens, or by requests that Slack sends.</summary>
internal sealed class WaysIn(ISlack slack, SlackOptions options, SlackPages pages)
{
    /// <summary>Examines the way that is set up.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) => options.UsesSocket ? [await SocketAsync(cancellation)] : Http();

    private async Task<Finding> SocketAsync(CancellationToken cancellation)
    {
        try
        {
            await slack.SocketAddressAsync(cancellation);
            return Finding.Well("The app-level token is good: Slack gives an address to connect to.");
        }
        catch (Exception no) when (SlackTrouble.Is(no))
        {
            return Finding.Wrong(no.Message);
        }
    }

    private IReadOnlyList<Finding> Http()
    {
        var secrets = options.SigningSecrets.Count == 1 ? "A signing secret is set" : "Two signing secrets are set";
        return
        [
            Finding.Note($"{secrets}. Only a request from Slack proves {(options.SigningSecrets.Count == 1 ? "it" : "them")}: save the addresses below in the app's settings; Slack says Verified, or the log here says that a signature is wrong."),
            pages.Address is null
                ? Finding.Note($"PublicUrl is not set. Slack must reach this server over https; the addresses are then https://…{SlackDoors.Events}, …{SlackDoors.Commands} and …{SlackDoors.Interactions}.")
                : Finding.Note($"The addresses in the app's settings: Event Subscriptions → Request URL {pages.Of(SlackDoors.Events)}; Slash Commands → Request URL {pages.Of(SlackDoors.Commands)}; "
                    + $"Interactivity & Shortcuts → Request URL {pages.Of(SlackDoors.Interactions)}."),
        ];
    }
}
