using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Adapters.Tests.Slack.Hearing;

/// <summary>A stranger to a private incident learns in no way that it is there.</summary>
public sealed class KeepingSecrets
{
    [Test]
    public async Task Whatever_a_stranger_does_no_answer_tells_of_it()
    {
        await using var house = new HearingHouse();
        var id = await house.DeclareAsync("C0INC1", "--private", "a secret breach", by: "U0CLEO");
        var entry = await house.MessageAsync(id, "C0INC1", "6.6", "the secret words");
        var receipts = new List<JsonNode?>
        {
            await house.CommandAsync("", user: "U0OTTO", trigger: "a"), await house.CommandAsync("", "C0INC1", "U0OTTO", "b"),
            await house.CommandAsync("INC-1 info", user: "U0OTTO", trigger: "c"), await house.CommandAsync("INC-1 decision", user: "U0OTTO", trigger: "d"),
            await house.CommandAsync("search secret", user: "U0OTTO", trigger: "e"), await house.CommandAsync("list all", "C0INC1", "U0OTTO", "f"),
            await house.InteractAsync(Typed.Press("INC-1 info", "U0OTTO")), await house.InteractAsync(Typed.Press("INC-1 decision", "U0OTTO")), await house.InteractAsync(Typed.Press("INC-1 nonsense", "U0OTTO")),
            await house.InteractAsync(Typed.PressIn("home", "INC-1 join", "U0OTTO")), await house.InteractAsync(Typed.Pick("INC-1 member add {person}", "U0OTTO", "U0OTTO")),
            await house.InteractAsync(Typed.MessageShortcut("timeline", "x", "C0INC1", "U0OTTO", trigger: "g")), await house.InteractAsync(Typed.MessageShortcut("decision", "x", "C0INC1", "U0OTTO", trigger: "h")),
            await house.InteractAsync(Typed.MessageShortcut("followup", "x", user: "U0OTTO", trigger: "i")),
        };
        await house.EventAsync(new { type = "app_mention", user = "U0OTTO", text = "<@U0BOT> info", ts = "1.1", channel = "C0INC1" }, "Ev1");
        await house.EventAsync(new { type = "reaction_added", user = "U0OTTO", reaction = "fast_forward", item = new { type = "message", channel = "C0INC1", ts = "6.6" } }, "Ev2");
        await house.EventAsync(new { type = "app_home_opened", user = "U0OTTO", tab = "home" }, "Ev3");

        var before = await house.House.EntriesAsync(1);
        Assert.That(before.Count(of => of.Number > entry), Is.Zero, "nothing came of it");
        var said = receipts.Select(receipt => receipt?.ToJsonString() ?? "").Concat((await house.SaidAsync()).Select(asked => asked.Words)).ToList();
        Assert.That(said, Has.Count.GreaterThan(20).And.None.Contains("breach").And.None.Contains("secret words"));
        Assert.That(said, Has.Some.Contains("There is no INC-1."));
        Assert.That(said, Has.Some.Contains("No open incidents"));
    }
}
