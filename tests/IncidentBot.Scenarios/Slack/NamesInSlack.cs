using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>People go by the name that the timeline knew.</summary>
public sealed class NamesInSlack : SlackScenario
{
    [Test]
    public async Task Who_takes_another_name_or_leaves_keeps_the_old_one_in_the_past()
    {
        var room = await Stage.DeclareAsync("Names change");
        await Stage.Cleo.SlashAsync("help");
        var before = await room.HeardAsync(await Stage.Cleo.SayAsync(room.Channel, "I am still Cleo"));
        await Slack.CallAsync(SlackPerson.Cleo, "Cleopatra");
        await Slack.DeactivateAsync(SlackPerson.Ben);
        Assert.That((await room.EntriesAsync())[before.Number - 1].By.Name, Is.EqualTo("Cleo"));
        Assert.That(before.By.Id, Is.EqualTo(new PersonId($"slack:{FakeSlack.Team}/U0CLEO")));
    }

    [Test]
    public async Task Mentions_of_people_with_and_without_labels_mean_them()
    {
        var room = await Stage.DeclareAsync("Mentioned");
        await Stage.Ana.SlashAsync("role assign operations <@U0BEN|bob>", room.Channel);
        var assigned = await room.RecordedAsync<RoleAssigned>();
        Assert.That(((RoleAssigned)assigned.Event).To, Is.EqualTo(new Person(new PersonId($"slack:{FakeSlack.Team}/U0BEN"), "Ben")).Using<Person>((one, other) => one.Id == other.Id && one.Name == other.Name));
        await Stage.Ana.SlashAsync("note “it is   the &lt;disk&gt;”", room.Channel);
        await room.RecordedAsync<NoteAdded>(note => note.Text == "it is   the <disk>" || note.Text == "it is the <disk>");
    }
}
