using IncidentBot.Chat.Slack.Api;
using IncidentBot.Chat.Slack.Drawing;
using IncidentBot.Chat.Slack.Hearing.Interacting;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Chat.Slack.Hearing;

/// <summary>Opens forms as modals, at once or not at all: whoever asked has three seconds.</summary>
internal sealed class SlackForms(ISlack slack, Verbs verbs, PolicyBook policies, ILogger<SlackForms> logger)
{
    /// <summary>Opens one; answers null when it is open, else what to say instead.</summary>
    public ValueTask<Reply?> OpenAsync(Form form, Situation at, FormMemory memory, CancellationToken cancellation) => OpenAsync(form, at, SlackForm.Draw(form, memory), cancellation);

    /// <summary>Opens one that is drawn; answers null when it is open, else what to say instead.</summary>
    public async ValueTask<Reply?> OpenAsync(Form form, Situation at, Blocks.View view, CancellationToken cancellation)
    {
        try
        {
            if (at is { IsHome: false, ViewId: { } open }) await slack.UpdateViewAsync(open, view, cancellation);
            else await slack.OpenViewAsync(at.Trigger ?? "", view, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is SlackFaultException or SlackAwayException or SlackBusyException)
        {
            Log.NotOpened(logger, fault.Message);
            return Unopened(form) with { Text = $"{Why(fault)} {Unopened(form).Text}" };
        }
    }

    /// <summary>What to say where no form can be opened: what is missing, and the line to type.</summary>
    public Reply Unopened(Form form) => Reply.Refuse($"{form.Title}: something is missing. Type: /{policies.Current.Command} {Usage(form.Line)}");

    private static string Why(Exception fault) => IsTooLate(fault) ? "The form came too late: Slack lets one open within three seconds." : "Slack did not open the form.";

    // Older ways of saying it stand beside those of today.
    private static bool IsTooLate(Exception fault) => fault is SlackFaultException { Code: var code, Details: var details }
        && (code is "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id" or "trigger_expired" or "trigger_exchanged"
            || (code is "invalid_arguments" && details.Any(detail => detail.Contains("trigger_id", StringComparison.Ordinal))));

    private string Usage(string line)
    {
        var words = line.Split(' ');
        return IncidentId.TryParse(words[0], out var id) ? LineWriter.Line(id, Usage(words, 1)) : Usage(words, 0);
    }

    private string Usage(string[] words, int verb) => words.Length > verb && verbs.Find(words[verb]) is { } found ? found.HelpLine : string.Join(' ', words.Skip(verb));
}
