using System.Security.Cryptography;
using System.Text;
using IncidentBot.Scenarios.Alerts;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Outsiders;

/// <summary>A private incident of one kind.</summary>
/// <param name="Kind">What is special about it.</param>
/// <param name="Id">Its number.</param>
/// <param name="File">The digest of a file that was shared on it.</param>
/// <param name="FileEntry">The entry that shared it.</param>
public sealed record Secret(string Kind, IncidentId Id, string File, int FileEntry);

/// <summary>A house with private incidents of every kind, each with an unmistakable word in every text that people can write.</summary>
internal sealed class PrivateHouse
{
    /// <summary>The word. Nobody outside may ever read it.</summary>
    public const string Word = "quetzal7";

    private readonly List<Secret> secrets = [];
    private readonly string colleague;

    private PrivateHouse(RunningHost host, Visitor member, string colleague) => (Host, Member, this.colleague) = (host, member, colleague);

    public RunningHost Host { get; }

    /// <summary>Who may see everything.</summary>
    public Visitor Member { get; }

    public IReadOnlyList<Secret> Secrets => secrets;

    /// <summary>An incident that everybody sees; a private one goes on in it.</summary>
    public IncidentId Public { get; private set; }

    /// <summary>An incident that everybody sees and that goes on in a private one.</summary>
    public IncidentId GoneOn { get; private set; }

    public IncidentDesk Desk => Host.Services.GetRequiredService<IncidentDesk>();

    /// <summary>Lets a member do all of it.</summary>
    /// <param name="host">The host; it takes alerts, and those of the security team declare a private incident.</param>
    /// <param name="member">Who does it.</param>
    /// <param name="colleague">How somebody else is mentioned.</param>
    /// <param name="anybody">Who sees what is announced.</param>
    public static async Task<PrivateHouse> BuildAsync(RunningHost host, Visitor member, string colleague, Visitor anybody)
    {
        var house = new PrivateHouse(host, member, colleague);
        house.Public = await house.DeclareAsync("declare sev3 Checkout is slow");
        house.GoneOn = await house.DeclareAsync("declare sev3 Search is slow");
        foreach (var (kind, options) in new[] { ("plain", "--private"), ("security", "--type security"), ("drill", "--private --drill"), ("absorbing", "--private") })
            await house.FilledAsync(kind, options);
        await house.EndedAsync("merged", $"merge {house["absorbing"].Id} \"{Word} the same cause\"");
        await house.EndedAsync("merged into a public one", $"merge {house.Public} \"{Word} the same cause\"");
        await house.EndedAsync("closed", "triage", $"close \"{Word} all is well\"");
        await house.EndedAsync("cancelled", $"cancel \"{Word} a false alarm\"");
        await house.EndedAsync("reopened", $"cancel \"{Word} a false alarm\"", $"reopen \"{Word} it is back\"");
        await house.TurnedPrivateAsync(anybody);
        await house.SayAsync($"{house.GoneOn} merge {house["absorbing"].Id} the same cause");
        await house.FromAnAlertAsync();
        return house;
    }

    public Secret this[string kind] => secrets.Single(secret => secret.Kind == kind);

    /// <summary>The member says a line, which must be done.</summary>
    public async Task SayAsync(string line)
    {
        var answer = await Member.PressAsync("general", line);
        Assert.That(answer.Outcome, Is.EqualTo("done"), $"{line}: {answer.Body.TextContent}");
    }

    private async Task<IncidentId> DeclareAsync(string line)
    {
        var answer = await Member.PressAsync("general", line);
        return IncidentId.TryParse(answer.Redirect?.Split('/')[^1], out var id) ? id : throw new AssertionException($"{line}: {answer.Body.TextContent}");
    }

    private async Task EndedAsync(string kind, params string[] lines)
    {
        var id = await FilledAsync(kind, "--private");
        foreach (var line in lines) await SayAsync($"{id} {line}");
    }

    private async Task TurnedPrivateAsync(Visitor anybody)
    {
        var id = await FilledAsync("turned private later", "");
        while ((await anybody.PageAsync("/")).QuerySelector($".announced-{id.Number}") is null) await Task.Delay(50);
        await SayAsync($"{id} private");
    }

    private async Task FromAnAlertAsync()
    {
        using var monitoring = new Sender(Host);
        var before = (await Desk.HouseAsync()).Open.Select(incident => incident.Id).ToList();
        await monitoring.SendAsync(new { name = $"{Word}Alert", state = "firing", summary = $"{Word} is stolen", labels = new { team = "security", place = Word } });
        var id = (await Desk.HouseAsync()).Open.Select(incident => incident.Id).Except(before).Single();
        secrets.Add(new Secret("declared by an alert", id, new string('0', 64), 1));
    }

    private async Task<IncidentId> FilledAsync(string kind, string options)
    {
        var id = await DeclareAsync($"declare sev4 \"{Word} title of {kind}\" --service {Word}-db {options}");
        foreach (var line in new[]
        {
            "lead", $"note \"{Word} note\"", $"decision \"{Word} decision\" --because \"{Word} because\" --options \"{Word} one; {Word} two\"", $"impact \"{Word} impact\"",
            $"update internal \"{Word} update\" --elsewhere \"{Word} elsewhere\"", $"severity sev4 \"{Word} same\"", $"followup \"{Word} follow-up\" --owner @me --due 2w",
            $"review write summary \"{Word} summary\"", $"review add lessons \"{Word} lesson\"", $"severity sev5 \"{Word} reason\"", $"handoff {colleague} \"{Word} handoff note\"", $"handoff decline \"{Word} never mind\"",
        }) await Member.PressAsync("general", $"{id} {line}");
        var said = await Member.SayAsync(id.ToString(), $"{Word} message");
        await Member.SayAsync(id.ToString(), $"{Word} answer", replyTo: said.Entry);
        await Member.PressAsync("general", $"{id} edit {said.Entry} \"{Word} edited\"");
        await Member.PressAsync("general", $"{id} pin {said.Entry}");
        var bytes = Encoding.UTF8.GetBytes($"{Word} bytes of {kind}");
        var file = await Member.UploadAsync(id.ToString(), $"{Word}.txt", bytes);
        secrets.Add(new Secret(kind, id, Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Entry));
        return id;
    }
}
