using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

public sealed class SeeingPrivateIncidents
{
    [Test]
    public void Security_is_private_unless_said_otherwise()
    {
        Assert.That(Declared(null).Private, Is.True);
        Assert.That(Declared(false).Private, Is.False);
    }

    [Test]
    public void Only_members_see_it()
    {
        var story = Story.Declared(isPrivate: true);
        Assert.That((Visibility.MaySee(Ana, story.Incident), Visibility.MaySee(Ben, story.Incident)), Is.EqualTo((true, false)));
        Assert.That(Visibility.MaySee(Ben, story.Does(Ana, new AddMember(Ben)).Incident), Is.True);
        Assert.That(Visibility.MaySee(Ben, story.Does(Ana, new RemoveMember(Ben)).Incident), Is.False);
    }

    [Test]
    public void The_last_member_stays() => Assert.That(
        Story.Declared(isPrivate: true).Refusal(Ana, new RemoveMember(Ana)), Is.EqualTo("Ana is the last member; without one, nobody could see INC-1."));

    [Test]
    public void Who_holds_a_role_stays() => Assert.That(Story.Triaged().Does(Ana, new AddMember(Ben)).Refusal(Ben, new RemoveMember(Ana)), Does.StartWith("Ana holds a role on INC-1."));

    [Test]
    public void A_private_one_is_not_announced() => Assert.That(
        Declared(null).Consequences(Story.Declared(isPrivate: true).Incident, DefaultPolicy.Create() with { Chats = ["war room"] }), Is.EqualTo(new Effect[] { new OpenRoom("war room") }));

    [Test]
    public void A_merge_tells_no_title_of_a_private_one()
    {
        var story = Story.Declared(isPrivate: true);
        var merged = new IncidentsMerged(Stage.Identification, new IncidentId(2), "", null);
        Assert.That(merged.Consequences(story.Incident, story.Policy).OfType<PointToAbsorbed>().Single().Title, Is.Empty);
    }

    private static IncidentDeclared Declared(bool? isPrivate) => (IncidentDeclared)((Decision.Accepted)new Story()
        .When(Ana, new DeclareIncident("stolen tokens") { Type = IncidentType.Security, Private = isPrivate })).Events.Single();
}
