using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IncidentBot.Chat.Slack.Blocks;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Slack.Drawing;

public sealed class ApprovedDrawings
{
    private static readonly string Peers = Path.Combine(Repository.Root, "tests", "peers");

    [Test]
    public async Task Messages_look_as_approved() => Assert.That(Approve.Difference(
        Together((await Drawings.MessagesAsync()).Select(drawn => (drawn.Key, drawn.Value.Text, BlockJson.Of(drawn.Value.Blocks)))), "Messages.approved.txt"), Is.Null);

    [Test]
    public async Task Forms_and_homes_look_as_approved() => Assert.That(Approve.Difference(
        Together((await Drawings.ViewsAsync()).Select(drawn => (drawn.Key, "", BlockJson.Of(drawn.Value)))), "Views.approved.txt"), Is.Null);

    [Test]
    public async Task Every_verb_that_asks_has_its_form_drawn()
    {
        var asking = Directory.GetFiles(Path.Combine(Repository.Root, "src", "IncidentBot.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Asked.Fill(", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).ToList();
        var verbs = AllVerbs.Create();
        var drawn = (await Drawings.FormsAsync()).Select(form => verbs.Find(form.Line.Split(' ')[0])!.GetType().Name).ToHashSet();
        var sources = asking.ToDictionary(file => file!, file => File.ReadAllText(Directory.GetFiles(Path.Combine(Repository.Root, "src", "IncidentBot.Core"), file + ".cs", SearchOption.AllDirectories)[0]));
        Assert.That(sources.Where(source => !drawn.Any(verb => source.Value.Contains($"class {verb}", StringComparison.Ordinal))).Select(source => source.Key), Is.Empty);
    }

    [Test]
    public async Task Slacks_own_types_take_them_all()
    {
        var program = new StringBuilder("import type { HomeView, KnownBlock, ModalView } from '@slack/types';\n");
        foreach (var (name, drawn) in await Drawings.MessagesAsync()) program.AppendLine($"export const {Name(name)}: KnownBlock[] = {BlockJson.Of(drawn.Blocks)};");
        foreach (var (name, view) in await Drawings.ViewsAsync()) program.AppendLine($"export const {Name(name)}: {(view is HomeView ? nameof(HomeView) : nameof(ModalView))} = {BlockJson.Of(view)};");
        Assert.That(await CompileAsync("drawings", program.ToString()), Is.Empty);
    }

    [Test]
    public async Task Slacks_own_types_refuse_what_is_wrong()
    {
        var program = "import type { KnownBlock } from '@slack/types';\nexport const wrong: KnownBlock[] = [{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}];\n";
        Assert.That(await CompileAsync("wrong", program), Does.Contain("mrkdwn"));
    }

    private static string Name(string drawing) => "d_" + string.Concat(drawing.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : $"_{(int)letter}_"));

    private static string Together(IEnumerable<(string Name, string Text, JsonElement Json)> drawings) =>
        string.Join("\n\n", drawings.Select(drawn => $"== {drawn.Name}\n{(drawn.Text.Length > 0 ? drawn.Text + "\n--\n" : "")}{Drawings.Readably(drawn.Json)}"));

    private static async Task<string> CompileAsync(string name, string program)
    {
        var compiler = Path.Combine(Peers, "node_modules", "typescript", "bin", "tsc");
        Assert.That(compiler, Does.Exist, "The peers of the tests are missing. Run npm ci in tests/peers.");
        var folder = Directory.CreateDirectory(Path.Combine(Peers, "node_modules", ".drawings")).FullName;
        var file = Path.Combine(folder, name + ".ts");
        await File.WriteAllTextAsync(file, program);
        var start = new ProcessStartInfo("node", [compiler, "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var tsc = Process.Start(start)!;
        var said = await tsc.StandardOutput.ReadToEndAsync() + await tsc.StandardError.ReadToEndAsync();
        await tsc.WaitForExitAsync();
        return tsc.ExitCode == 0 ? "" : said;
    }
}
