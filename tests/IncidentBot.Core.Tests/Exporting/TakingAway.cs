using IncidentBot.TestKit;
using static IncidentBot.TestKit.Cast;

namespace IncidentBot.Core.Tests;

/// <summary>Where an incident can be had as a file.</summary>
public sealed class TakingAway
{
    private readonly DeskFixture at = new();

    [Test]
    public async Task All_formats_are_told_with_their_paths()
    {
        await at.Hear(Ana, "declare x");
        var reply = await at.Hear(Ana, "export", room: 1);
        Assert.That(reply.Text, Is.EqualTo(
            """
            Review as Markdown: /incidents/INC-1/review.md
            Review as HTML, for printing too: /incidents/INC-1/review.html
            Review as JSON: /incidents/INC-1/review.json
            Evidence bundle with its verify script: /incidents/INC-1/bundle.zip
            """));
        Assert.That(reply.Card!.Controls.OfType<Link>().Select(link => link.Path), Is.EqualTo(reply.Text.Split('\n').Select(line => line.Split(": ")[1])));
        Assert.That((reply.Refused, reply.Entries.Count, reply.Card.Text), Is.EqualTo((false, 0, (string?)null)));
    }

    [TestCase("export md", "Review as Markdown: /incidents/INC-1/review.md")]
    [TestCase("export HTML", "Review as HTML, for printing too: /incidents/INC-1/review.html")]
    [TestCase("export bundle", "Evidence bundle with its verify script: /incidents/INC-1/bundle.zip")]
    public async Task One_format_is_told_alone(string line, string text)
    {
        await at.Hear(Ana, "declare x");
        Assert.That((await at.Hear(Ana, line, room: 1)).Text, Is.EqualTo(text));
    }

    [Test]
    public async Task Of_a_private_incident_it_is_said_what_that_means()
    {
        await at.Hear(Ana, "declare x --private");
        Assert.That((await at.Hear(Ana, "INC-1 export md")).Card!.Text, Is.EqualTo("The incident is private: a file can be read by whoever gets it."));
        Assert.That((await at.Hear(Outsider, "INC-1 export md")).Text, Is.EqualTo("There is no INC-1. Look at the list of incidents."));
    }

    [Test]
    public async Task An_unknown_format_is_refused_with_those_that_there_are()
    {
        await at.Hear(Ana, "declare x");
        Assert.That((await at.Hear(Ana, "export pdf", room: 1)).Text, Is.EqualTo("“pdf” is no format that I know. There are md, html, json and bundle. Type: export [md|html|json|bundle]"));
    }
}
