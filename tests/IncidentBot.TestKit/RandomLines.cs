using System.Globalization;

namespace IncidentBot.TestKit;

/// <summary>Lines that people type when they type whatever comes to their minds.</summary>
internal sealed class RandomLines(Random chance)
{
    private static readonly Person[] People = [Cast.Ana, Cast.Ben, Cast.Cleo];
    private static readonly string[] Roles = ["commander", "commander", "deputy", "scribe", "communications", "operations"];
    private static readonly string[] Parts = ["summary", "factors", "well", "badly", "lucky", "lessons"];
    private static readonly string[] Moves = ["triage", "contain", "remediate", "monitor", "resolve", "close", "reopen", "cancel"];

    /// <summary>One of the cast.</summary>
    public Person Somebody() => Of(People);

    /// <summary>What somebody says in a room.</summary>
    public string Saying() => Of("I see 500s", "look at https://graphs.example/d/1?from=2, it grows", "trying a restart\non db-1", "🔥 *all* red | really", "DECISION: roll back to v41", "TODO: alert on a full disk", "IMPACT: nobody can pay");

    /// <summary>What an author does with a message that was just said: mostly nothing.</summary>
    public IEnumerable<string> About(int message)
    {
        if (chance.Next(4) == 0) yield return string.Create(CultureInfo.InvariantCulture, $"pin {message}");
        if (chance.Next(4) == 0) yield return string.Create(CultureInfo.InvariantCulture, $"edit {message} \"said anew, see https://docs.example/a\"");
        if (chance.Next(10) == 0) yield return string.Create(CultureInfo.InvariantCulture, $"delete {message}");
    }

    /// <summary>A declaration.</summary>
    public string Declaration() => Of("declare sev3 checkout is down", "declare sev1 nobody can pay --service checkout --started \"40m ago\"", "declare sev2 somebody reads our mail --type security", "declare slow pages --service web", "declare sev1 pretend --drill");

    /// <summary>A line about an incident.</summary>
    public string Line(Incident incident) => chance.Next(10) switch
    {
        0 or 9 => Move(incident.Stage),
        1 or 2 => Role(),
        3 => Severity(),
        4 => Finding(),
        5 => Review(),
        6 => FollowUp(),
        7 => string.Create(CultureInfo.InvariantCulture, $"{Of("pin", "pin", "unpin", "delete")} {chance.Next(1, incident.Number + 2)}"),
        _ => Rare(),
    };

    // Mostly a road that is there, seldom the one that calls it all off.
    private string Move(Stage stage)
    {
        var open = Lifecycle.RoadsFrom(stage).Select(road => road.Move).Where(move => move is not (IncidentBot.Move.Merge or IncidentBot.Move.Cancel)).Select(move => move.Verb()).ToArray();
        var verb = chance.Next(8) == 0 ? Of(Moves) : Of(open);
        return chance.Next(3) == 0 ? $"stage {verb} \"so it goes\"" : $"stage {verb} \"so it goes\" --override \"no time for it\"";
    }

    private string Role() => chance.Next(6) switch
    {
        0 or 1 => $"role claim {Of(Roles)}",
        2 => $"role assign {Of(Roles)} @{Somebody().Id.Handle}",
        3 => $"handoff @{Somebody().Id.Handle} \"I need sleep\" --role {Of(Roles)}",
        4 => Of("handoff accept", "handoff accept", "handoff decline \"on a train\""),
        _ => $"role release {Of(Roles)}",
    };

    private string Severity() => string.Create(CultureInfo.InvariantCulture, $"severity sev{chance.Next(1, 6)} \"it looks like it\"");

    private string Finding() => chance.Next(5) switch
    {
        0 => "note \"db-1 is full\" --at \"10m ago\"",
        1 => "decision \"fix forward\" --because \"rolling back loses data\" --options \"roll back; fix forward\"",
        2 => Of("impact \"nobody can pay\" --customers 1200 --start \"30m ago\"", "impact \"some cannot pay\" --data-exposed no", "impact --end now", "impact --customers 15"),
        3 => $"update {Of("internal", "stakeholders", "public")} \"we are on it\" --next {Of("20m", "2h")}",
        _ => "update public \"it works again\" --elsewhere \"the status page\"",
    };

    private string Review() => chance.Next(6) switch
    {
        0 or 1 => $"review add {Of(Parts)} \"a point\"",
        2 => $"review write {Of(Parts)} \"the *whole* text\"",
        3 => $"review submit @{Somebody().Id.Handle}",
        4 => "review finish",
        _ => "review reopen \"there is more\"",
    };

    private string FollowUp() => chance.Next(3) switch
    {
        0 => $"followup \"alert earlier\" --owner @{Somebody().Id.Handle} --due 2w",
        1 => string.Create(CultureInfo.InvariantCulture, $"followup {chance.Next(1, 4)} --owner @{Somebody().Id.Handle} --due 3w"),
        _ => string.Create(CultureInfo.InvariantCulture, $"followup done {chance.Next(1, 4)}"),
    };

    private string Rare() => Of("join", "snooze 30m", "private", "public", "public", $"member add @{Somebody().Id.Handle}", $"member remove @{Somebody().Id.Handle}");

    private T Of<T>(params T[] choices) => choices[chance.Next(choices.Length)];
}
