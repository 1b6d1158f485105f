using System.Text.Json.Nodes;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using static IncidentBot.Adapters.Tests.Slack.Rooms.RoomsHouse;

namespace IncidentBot.Adapters.Tests.Slack.Rooms;

/// <summary>Files of messages: with their content where the house keeps it, and always with their name.</summary>
public sealed class KeepingFiles
{
    private const string Address = "https://files.slack.com/F1/download/trace.txt";

    private RoomsHouse at = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        at = await RoomsHouse.OpenAsync();
        at.Slack.Contents[Address] = "load average: 40"u8.ToArray();
    }

    [TearDown]
    public async Task CloseAsync() => await at.DisposeAsync();

    [Test]
    public async Task A_file_is_kept_with_its_content_under_the_words_that_brought_it()
    {
        await at.HearAsync(Bringing("see the trace", File()));
        await at.RestAsync();
        var file = await FileAsync();
        Assert.That((file.Name, file.MediaType, file.Bytes, file.ReplyTo, file.Link, file.IsKept), Is.EqualTo(("trace.txt", "text/plain", 16L, (int?)3, "https://acme.slack.com/files/U0BEN/F1/trace.txt", true)));
        Assert.That(at.Files.Kept[file.Sha256], Is.EqualTo("load average: 40"u8.ToArray()));
    }

    [Test]
    public async Task The_message_is_recorded_also_while_the_file_is_on_its_way()
    {
        var way = new TaskCompletionSource();
        at.Slack.Trouble = asked =>
        {
            if (asked.StartsWith("download", StringComparison.Ordinal)) way.Task.Wait();
            return null;
        };
        await at.HearAsync(Bringing("see the trace", File()));
        Assert.That(await at.EventsAsync(), Has.Count.EqualTo(1));
        way.SetResult();
        await at.RestAsync();
        Assert.That((await FileAsync()).IsKept, Is.True);
    }

    [Test]
    public async Task Delivered_twenty_times_at_once_it_is_one_file_and_fetched_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => at.HearAsync(Bringing("", File()))));
        await at.RestAsync();
        Assert.That((await at.EventsAsync()).OfType<FileShared>().Count(), Is.EqualTo(1));
        Assert.That(at.Slack.Asked.Count(asked => asked.StartsWith("download", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_house_that_keeps_no_files_records_name_and_link_at_once()
    {
        await using var other = await RoomsHouse.OpenAsync(new SlackOptions { BotToken = "x", SigningSecrets = ["s"], KeepFiles = false });
        await other.HearAsync(Bringing("", File()));
        var file = (await other.EventsAsync()).OfType<FileShared>().Single();
        Assert.That((file.IsKept, file.Bytes, file.Sentence), Is.EqualTo((false, 16L, "shared the file “trace.txt” (16 B, kept where it was shared)")));
        Assert.That(other.Slack.Asked, Has.None.StartsWith("download"));
    }

    [Test]
    public async Task A_file_that_is_too_large_stays_in_Slack()
    {
        var large = File();
        large["size"] = 26L * 1024 * 1024;
        await at.HearAsync(Bringing("", large));
        Assert.That(((await FileAsync()).IsKept, at.Slack.Asked.Any(asked => asked.StartsWith("download", StringComparison.Ordinal))), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_file_that_is_larger_than_it_says_stays_in_Slack()
    {
        at.Slack.Contents[Address] = new byte[26 * 1024 * 1024];
        await at.HearAsync(Bringing("", File()));
        await at.RestAsync();
        Assert.That((await FileAsync()).IsKept, Is.False);
    }

    [Test]
    public async Task When_Slack_does_not_give_it_its_name_and_link_are_recorded_and_the_log_says_why()
    {
        at.Slack.Trouble = asked => asked.StartsWith("download", StringComparison.Ordinal) ? new SlackAwayException("The connection ended.") : null;
        await at.HearAsync(Bringing("", File()));
        await at.RestAsync();
        Assert.That((await FileAsync()).IsKept, Is.False);
        Assert.That(at.Log.Warnings, Has.Some.Contains("The file F1 stays in Slack alone, its name and link are recorded: The connection ended."));
    }

    [Test]
    public async Task A_file_that_the_message_does_not_tell_of_is_asked_about()
    {
        at.Slack.Told["F1"] = File();
        await at.HearAsync(Bringing("", new JsonObject { ["id"] = "F1", ["file_access"] = "check_file_info" }));
        await at.RestAsync();
        Assert.That(((await FileAsync()).Name, (await FileAsync()).IsKept), Is.EqualTo(("trace.txt", true)));
    }

    [Test]
    public async Task A_file_elsewhere_is_a_link()
    {
        await at.HearAsync(Bringing("", new JsonObject { ["id"] = "F2", ["name"] = "Runbook", ["mimetype"] = "application/vnd.google-apps.document", ["mode"] = "external", ["is_external"] = true, ["external_url"] = "https://docs.example/d/1", ["size"] = 0 }));
        Assert.That(((await FileAsync()).Link, (await FileAsync()).IsKept), Is.EqualTo(("https://docs.example/d/1", false)));
    }

    [TestCase("tombstone")]
    [TestCase("hidden_by_limit")]
    public async Task A_file_that_is_gone_is_none(string mode)
    {
        await at.HearAsync(Bringing("look", new JsonObject { ["id"] = "F1", ["mode"] = mode }));
        Assert.That((await at.EventsAsync()).OfType<FileShared>(), Is.Empty);
    }

    [Test]
    public async Task A_deleted_file_is_deleted_whether_it_alone_goes_or_its_message()
    {
        await at.HearAsync(Bringing("", File()));
        await at.RestAsync();
        var changed = new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["channel"] = "C1", ["ts"] = Ts(60), ["previous_message"] = Bringing("", File()),
            ["message"] = Bringing("", new JsonObject { ["id"] = "F1", ["mode"] = "tombstone" }),
        };
        await at.HearAsync(changed);
        await at.HearAsync(new JsonObject { ["type"] = "message", ["subtype"] = "message_deleted", ["channel"] = "C1", ["ts"] = Ts(61), ["deleted_ts"] = Ts(5), ["previous_message"] = Bringing("", File()) });
        Assert.That((await at.EventsAsync()).OfType<MessageDeleted>(), Is.EqualTo(new[] { new MessageDeleted(3) }));
    }

    [Test]
    public async Task Several_files_are_several_entries_and_a_name_is_no_path_of_ours()
    {
        var odd = File("F2");
        odd["name"] = "a\nb\u0007.txt";
        odd["url_private_download"] = odd["url_private"] = null;
        await at.HearAsync(Bringing("two", File(), odd));
        await at.RestAsync();
        Assert.That((await at.EventsAsync()).OfType<FileShared>().Select(file => file.Name).Order(), Is.EqualTo(new[] { "ab.txt", "trace.txt" }));
    }

    private static JsonObject File(string id = "F1") => new()
    {
        ["id"] = id, ["name"] = "trace.txt", ["title"] = "Trace", ["mimetype"] = "text/plain", ["mode"] = "hosted", ["size"] = 16,
        ["url_private"] = "https://files.slack.com/F1/trace.txt", ["url_private_download"] = Address, ["permalink"] = $"https://acme.slack.com/files/U0BEN/{id}/trace.txt",
    };

    private static JsonObject Bringing(string text, params JsonObject[] files)
    {
        var message = Said(5, text);
        message["subtype"] = "file_share";
        message["files"] = new JsonArray([.. files.Select(file => file.DeepClone())]);
        return message;
    }

    private async Task<FileShared> FileAsync() => (await at.EventsAsync()).OfType<FileShared>().Single();
}
