using System.Net;
using IncidentBot.Ports;
using IncidentBot.Scenarios.Api;
using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Scenarios.Backups;

public sealed class AskingForBackups : ApiScenario
{
    private readonly string target = Directory.CreateTempSubdirectory("incidentbot-backups-").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(target, recursive: true);

    [Test]
    public async Task A_script_gets_one_that_is_verified_and_the_house_hears_of_it()
    {
        await Client.DeclareAsync();
        var (status, made) = await Client.PostAsync("/api/backups", new { target });
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), made.ToString());
        Assert.That(File.Exists(Path.Combine(made.Text("directory")!, "backup.json")), Is.True);
        Assert.That((made.GetProperty("timelines").GetInt32(), made.GetProperty("entries").GetInt64()), Is.EqualTo((2, made.GetProperty("position").GetInt64())));
        Assert.That(made.Text("sentence"), Does.StartWith(made.Text("directory")!).And.EndWith("verified."));
        var told = (await Host.Services.GetRequiredService<ITimelineStore>().ReadStreamAsync(0, 0, ITimelineStore.LargestPage)).Select(entry => StoredEvents.Read(entry).Event).OfType<BackupMade>().Single();
        Assert.That(told.Directory, Is.EqualTo(Path.GetFileName(made.Text("directory"))));
    }

    [Test]
    public async Task What_cannot_be_is_a_problem_with_its_sentence()
    {
        var data = Host.Directory;
        Assert.That(await ProblemAsync(new { target = "backups" }), Is.EqualTo((HttpStatusCode.BadRequest, "“backups” is no full path. Name the directory from the root: /mnt/backups.")));
        Assert.That(await ProblemAsync(new { }), Is.EqualTo((HttpStatusCode.BadRequest, "“target” is missing; it is a text.")));
        Assert.That(await ProblemAsync(new { target, keep = "7" }), Is.EqualTo((HttpStatusCode.BadRequest, "There is no field “keep”; the fields are target.")));
        Assert.That(await ProblemAsync(new { target = data }), Is.EqualTo((HttpStatusCode.BadRequest, $"{data} lies in the data directory {data}: what harms one would harm the other. Name a directory outside of it, on another disk.")));
        var (status, sentence) = await ProblemAsync(new { target = "/proc/self/backups" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(sentence, Does.Contain("/proc/self/backups"));
    }

    [Test]
    public void It_is_for_admins_alone()
    {
        var endpoint = Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(found => found.RoutePattern.RawText == "/api/backups");
        Assert.That(endpoint.Metadata.GetMetadata<NeedsScopeAttribute>()!.Scope, Is.EqualTo(TokenScope.Admin));
    }

    [Test]
    public void The_token_of_this_start_matches_itself_alone()
    {
        var (one, other) = (new LocalToken(), new LocalToken());
        Assert.That(one.Matches(one.Text), Is.True);
        Assert.That(new[] { other.Text, one.Text + "0", one.Text.ToUpperInvariant(), "", null }.Any(one.Matches), Is.False);
    }

    private async Task<(HttpStatusCode, string?)> ProblemAsync(object body)
    {
        var (status, problem) = await Client.PostAsync("/api/backups", body);
        return (status, problem.Text("detail"));
    }
}
