using System.Globalization;

namespace IncidentBot;

/// <summary>The form that asks for what a declaration lacks, with what is known of it filled in.</summary>
internal static class DeclareForm
{
    /// <summary>The form.</summary>
    /// <param name="so">What is known; an empty title, null and nothing where it is not.</param>
    /// <param name="setting">Who is asked, and under which rules.</param>
    public static Form Of(DeclareIncident so, Setting setting) => new(TitleOf(so), LineOf(so),
    [
        new Blank("title", "What is wrong?") { Required = true, Longest = Limits.Title, Value = so.Title, Hint = "One line that a colleague understands: “Checkout returns 500 for card payments”." },
        new Blank("severity", "How bad is it?")
        {
            IsOption = true,
            Kind = BlankKind.Choice,
            Value = (so.Severity ?? setting.Policy.DefaultSeverity).ToString().ToLowerInvariant(),
            Choices = [.. setting.Policy.Severities.Select(rule => (rule.Severity.ToString().ToLowerInvariant(), $"{rule.Severity} {rule.Name}: {rule.Description}"))],
            Hint = "Unsure? Take the higher one; it can be lowered later.",
        },
        new Blank("type", "What kind?")
        {
            IsOption = true,
            Kind = BlankKind.Choice,
            Value = so.Type.ToString().ToLowerInvariant(),
            Choices = [("reliability", "Reliability: something does not work"), ("security", "Security: private unless you say otherwise")],
        },
        new Blank("service", "Which service?") { IsOption = true, Value = string.Join(", ", so.Services), Hint = setting.Policy.Services.Count > 0 ? string.Join(", ", setting.Policy.Services.Select(service => service.Name)) : "Optional; several separated by commas." },
        new Blank("started", "Since when?") { IsOption = true, Kind = BlankKind.Moment, Value = Moment(so.StartedAt), Hint = "Optional: 10:42, or 20m ago (UTC)." },
    ], so.Drill ? "Start the drill" : "Declare");

    private static string TitleOf(DeclareIncident so) =>
        so.Drill ? "Start a drill" : so.Proposal is null ? "Declare an incident" : "Declare an incident for this alert";

    private static string LineOf(DeclareIncident so) =>
        "declare" + (so.Drill ? " --drill" : "") + (so.Private is { } only ? only ? " --private" : " --public" : "") + (so.Proposal is { } proposal ? $" --alert {proposal}" : "");

    private static string Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
