using System.Xml.Linq;
using IncidentBot.TestKit;
using NetArchTest.Rules;

namespace IncidentBot.Core.Tests;

/// <summary>The rules that keep the house in order.</summary>
public sealed class HouseRules
{
    private static readonly string Root = Repository.Root;

    [Test]
    public void References_between_rooms_point_inwards_only()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var references = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)).ToList();
            if (name == "IncidentBot.Core") Assert.That(references, Is.Empty, "Core knows nobody");
            else if (name != "IncidentBot.Host") Assert.That(references, Is.EqualTo(new[] { "IncidentBot.Core" }), $"{name} knows Core alone");
        }
    }

    [Test]
    public void Core_uses_no_technology()
    {
        var result = Types.InAssembly(typeof(Incident).Assembly).ShouldNot()
            .HaveDependencyOnAny("Microsoft.AspNetCore", "LiteDB", "Polly", "System.Net", "Microsoft.Extensions", "IncidentBot.Stores", "IncidentBot.Web", "IncidentBot.Integrations", "IncidentBot.Chat", "IncidentBot.Host")
            .GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
    }

    [Test]
    public void Only_the_lifecycle_knows_Stateless()
    {
        var result = Types.InAssembly(typeof(Incident).Assembly).That().DoNotHaveName(nameof(Lifecycle)).ShouldNot().HaveDependencyOn("Stateless").GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
    }

    [Test]
    public void Every_verb_has_a_word_of_its_own_and_its_help()
    {
        var verbs = AllVerbs.Create().All;
        Assert.That(verbs.SelectMany(verb => verb.Aliases.Append(verb.Word)), Is.Unique);
        foreach (var verb in verbs)
        {
            Assert.That(verb.Summary, Is.Not.Empty.And.Not.EndsWith("."), verb.Word);
            Assert.That(verb.HelpLine, Does.StartWith(verb.Word));
        }
    }

    [Test]
    public void Every_kind_of_verb_is_on_the_list()
    {
        var kinds = typeof(Verb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Verb)) && !type.IsAbstract);
        Assert.That(AllVerbs.Create().All.Select(verb => verb.GetType()).Distinct(), Is.EquivalentTo(kinds));
    }

    [Test]
    public void The_readme_shows_the_lifecycle_and_the_verbs_of_the_code()
    {
        Assert.That(Approve.Difference(Lifecycle.Drawing(), "LifecycleDrawing.approved.md"), Is.Null);
        Assert.That(Approve.Difference(VerbTable(), "VerbTable.approved.md"), Is.Null);
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");
        Assert.That(readme, Does.Contain(Lifecycle.Drawing().ReplaceLineEndings("\n").Trim()), "README's lifecycle drawing");
        Assert.That(readme, Does.Contain(VerbTable()), "README's table of verbs is that of VerbTable.approved.md");
    }

    [Test]
    public void No_source_file_has_grown_past_comfort()
    {
        var long_ = Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(file => File.ReadLines(file).Count() > 300)
            .Select(file => Path.GetRelativePath(Root, file));
        Assert.That(long_, Is.Empty);
    }

    private static string VerbTable() => string.Join('\n', AllVerbs.Create().All.Select(verb =>
        $"| `{verb.HelpLine.Replace("|", "\\|")}` | {verb.Summary} |"));
}
