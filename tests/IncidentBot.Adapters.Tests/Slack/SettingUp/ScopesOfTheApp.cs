using System.Reflection;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api.Web;
using IncidentBot.TestKit;
using Refit;

namespace IncidentBot.Adapters.Tests.Slack.SettingUp;

public sealed class ScopesOfTheApp
{
    private static readonly IReadOnlyList<SlackScope> All = [.. SlackScopes.Bot, SlackScopes.App, .. SlackScopes.Person];

    [Test]
    public void Cover_exactly_the_methods_that_are_called()
    {
        var called = new[] { typeof(ISlackWeb), typeof(ISlackTriggers) }.SelectMany(api => api.GetMethods()).Select(method => method.GetCustomAttribute<PostAttribute>()!.Path["/api/".Length..]).Distinct();
        Assert.That(All.SelectMany(scope => scope.Methods).Concat(SlackScopes.FreeMethods).Distinct(), Is.EquivalentTo(called));
    }

    [Test]
    public void Are_each_needed_for_something() =>
        Assert.That(All.Where(scope => scope.Methods.Count == 0 && scope.Events.Count == 0).Select(scope => scope.Name), Is.EqualTo(new[] { "chat:write.public", "commands" }));

    [Test]
    public void Are_explained_in_the_README()
    {
        var table = string.Join('\n', SlackScopes.Bot.Select(scope => $"| `{scope.Name}` | {scope.Reason} |"));
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        Assert.That(readme.Contains($"| scope | to |\n|---|---|\n{table}\n\n", StringComparison.Ordinal), Is.True, $"README's table of scopes must be:\n{table}");
    }
}
