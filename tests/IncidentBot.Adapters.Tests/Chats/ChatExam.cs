using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Chats;

/// <summary>A chat under examination, with its far side.</summary>
internal interface IExaminedChat : IDisposable
{
    /// <summary>The house around it.</summary>
    DeskFixture House { get; }

    /// <summary>The chat.</summary>
    IChat Chat { get; }

    /// <summary>The same chat as a new process has it, before the same far side.</summary>
    IExaminedChat Again();

    /// <summary>How many rooms there are on the far side.</summary>
    int Rooms { get; }

    /// <summary>True when a room is not open to everybody.</summary>
    bool IsPrivate(string room);

    /// <summary>True when a room was put away.</summary>
    bool IsArchived(string room);

    /// <summary>The words in a room, in order, without what stands there of the incident itself.</summary>
    IReadOnlyList<string> WordsIn(string room);

    /// <summary>What stands of the incident in a room.</summary>
    string LikenessIn(string room);

    /// <summary>How often the incident was announced.</summary>
    int Announced { get; }

    /// <summary>Whether somebody is in a room.</summary>
    bool IsIn(string room, Person person);

    /// <summary>Lets nobody invite this person.</summary>
    void Refuse(Person person);

    /// <summary>Loses the answer to whatever is asked next.</summary>
    void LoseNextAnswer();
}

/// <summary>What every chat must pass: a room for each incident, once, and a word where everybody reads, once.</summary>
internal abstract class ChatExam
{
    protected static readonly IncidentId One = new(1);

    protected IExaminedChat Exam { get; private set; } = null!;

    protected IChat Chat => Exam.Chat;

    protected DeskFixture House => Exam.House;

    protected abstract IExaminedChat Open();

    [SetUp]
    public void Begin() => Exam = Open();

    [TearDown]
    public void End() => Exam.Dispose();

    [Test]
    public async Task The_same_promise_opens_one_room()
    {
        var incident = await DeclareAsync();
        var (first, again) = (await Chat.OpenRoomAsync(incident, Try("open"), default), await Chat.OpenRoomAsync(incident, Try("open", mayBeDone: true), default));
        Assert.That((again.Room, Exam.Rooms), Is.EqualTo((first.Room, 1)));
    }

    [Test]
    public async Task A_room_that_was_opened_before_a_crash_is_the_room_after_it()
    {
        var incident = await DeclareAsync();
        Exam.LoseNextAnswer();
        try
        {
            await Chat.OpenRoomAsync(incident, Try("open"), default);
        }
        catch (Exception lost) when (lost is not AssertionException)
        {
            // The answer was lost: that is what is examined.
        }
        using var again = Exam.Again();
        await again.Chat.OpenRoomAsync(incident, Try("open", mayBeDone: true), default);
        Assert.That(Exam.Rooms, Is.EqualTo(1));
    }

    [Test]
    public async Task Incidents_have_rooms_of_their_own()
    {
        var (one, other) = (await RoomAsync(await DeclareAsync()), await RoomAsync(await DeclareAsync()));
        Assert.That(one.Rooms[Chat.Name], Is.Not.EqualTo(other.Rooms[Chat.Name]));
    }

    [Test]
    public async Task A_room_that_is_open_and_fits_is_found()
    {
        var incident = await RoomAsync(await DeclareAsync());
        var found = await Chat.OpenRoomAsync(incident, Try("another promise"), default);
        Assert.That((found.Room, Exam.Rooms), Is.EqualTo((incident.Rooms[Chat.Name], 1)));
    }

    [Test]
    public async Task A_private_incidents_room_is_not_open_to_everybody()
    {
        var incident = await RoomAsync(await DeclareAsync("--private"));
        Assert.That(Exam.IsPrivate(incident.Rooms[Chat.Name]));
    }

    [Test]
    public async Task The_same_promise_announces_once()
    {
        var incident = await DeclareAsync();
        await RecordAsync(incident, await Chat.AnnounceAsync(incident, Try("announce"), default));
        await RecordAsync(incident, await Chat.AnnounceAsync(incident, Try("announce", mayBeDone: true), default));
        Assert.That(Exam.Announced, Is.EqualTo(1));
    }

    protected async Task<Incident> DeclareAsync(string options = "") => await NowAsync((await House.Hear(Cast.Ana, $"declare \"Checkout is down\" {options}")).Incident!.Value);

    protected async Task<Incident> RoomAsync(Incident incident)
    {
        var opened = await Chat.OpenRoomAsync(incident, Try($"open {incident.Id}"), default);
        return await RecordAsync(incident, [new RoomOpened(Chat.Name, opened.Room, opened.Name)]);
    }

    protected async Task<Incident> RecordAsync(Incident incident, IReadOnlyList<IncidentEvent> events)
    {
        foreach (var happened in events) await House.Desk.RecordAsync(incident.Id, [happened], Person.Bot, "worker", null);
        return await NowAsync(incident.Id);
    }

    protected async Task<Incident> NowAsync(IncidentId id) => (await House.Desk.FindAsync(id, Person.Bot))!;

    protected Attempt Try(string key, bool mayBeDone = false) => new(key, House.Clock.Now, mayBeDone);
}

/// <summary>What a chat must pass besides whose rooms hear only what they are told, and whose people are let in one by one.</summary>
internal abstract class MirrorExam : ChatExam
{
    [Test]
    public async Task The_same_word_is_told_once_also_when_its_answer_was_lost()
    {
        var incident = await RoomAsync(await DeclareAsync());
        await House.Say(Cast.Ben, "I see 500s", 1);
        var word = await LastAsync();
        Exam.LoseNextAnswer();
        await Assert.CatchAsync(async () => await TellAsync(Chat, word, mayBeDone: false));
        using var again = Exam.Again();
        var first = await TellAsync(again.Chat, word, mayBeDone: true);
        Assert.That(await TellAsync(again.Chat, word, mayBeDone: true), Is.EqualTo(first));
        Assert.That(Exam.WordsIn(incident.Rooms[Chat.Name]).Single(), Does.Contain("Ben").And.Contain("I see 500s"));
    }

    [Test]
    public async Task Words_are_told_in_the_order_in_which_they_are_told()
    {
        var incident = await RoomAsync(await DeclareAsync());
        foreach (var words in new[] { "one", "two", "three" })
        {
            await House.Say(Cast.Ben, words, 1);
            await TellAsync(Chat, await LastAsync());
        }
        Assert.That(Exam.WordsIn(incident.Rooms[Chat.Name]).Select(words => words.Split(' ')[^1]), Is.EqualTo(new[] { "one", "two", "three" }));
    }

    [Test]
    public async Task Of_what_is_drawn_the_latest_stands_and_nothing_beside_it()
    {
        var incident = await RoomAsync(await DeclareAsync());
        foreach (var severity in new[] { "sev1", "sev2", "sev4" })
        {
            incident = await RecordAsync(incident, await ((IRedraws)Chat).RedrawAsync(incident, default));
            await House.Hear(Cast.Ana, $"severity {severity} \"so it is\"", 1);
            incident = await NowAsync(incident.Id);
        }
        await ((IRedraws)Chat).RedrawAsync(incident, default);
        Assert.That(Exam.LikenessIn(incident.Rooms[Chat.Name]), Does.Contain("SEV4").And.Not.Contain("SEV1").And.Not.Contain("SEV2"));
        Assert.That(Exam.WordsIn(incident.Rooms[Chat.Name]), Is.Empty);
    }

    [Test]
    public async Task People_are_let_in_and_out_however_often()
    {
        var incident = await RoomAsync(await DeclareAsync());
        var (invites, room) = ((IInvites)Chat, incident.Rooms[Chat.Name]);
        for (var times = 0; times < 2; times++) Assert.That(await invites.InviteAsync(incident, Cast.Ben, default), Is.Null);
        Assert.That(Exam.IsIn(room, Cast.Ben));
        for (var times = 0; times < 2; times++) await invites.RemoveAsync(incident, Cast.Ben, default);
        Assert.That(Exam.IsIn(room, Cast.Ben), Is.False);
    }

    [Test]
    public async Task Why_somebody_is_not_let_in_is_the_end_of_a_sentence()
    {
        var incident = await RoomAsync(await DeclareAsync());
        Exam.Refuse(Cast.Ben);
        var because = await ((IInvites)Chat).InviteAsync(incident, Cast.Ben, default);
        Assert.That(because, Does.Match("^[a-z].* .*\\.$"));
    }

    [Test]
    public async Task A_room_is_put_away_once_and_that_it_is_away_already_is_no_fault()
    {
        var incident = await RoomAsync(await DeclareAsync());
        await House.Hear(Cast.Ana, "cancel \"a false alarm\"", 1);
        incident = await NowAsync(incident.Id);
        var archives = (IArchives)Chat;
        await archives.ArchiveAsync(incident, default);
        try
        {
            await archives.ArchiveAsync(incident, default);
        }
        catch (RoomLostException lost)
        {
            Assert.That(lost.Fate, Is.EqualTo(RoomFate.Archived));
        }
        Assert.That(Exam.IsArchived(incident.Rooms[Chat.Name]));
        Assert.That(Exam.WordsIn(incident.Rooms[Chat.Name]), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_told_is_forgotten_when_it_must_be()
    {
        var incident = await RoomAsync(await DeclareAsync());
        await House.Say(Cast.Ben, "the password is hunter2", 1);
        var word = await LastAsync();
        var identity = await TellAsync(Chat, word);
        for (var times = 0; times < 2; times++)
            Assert.That(await ((IForgets)Chat).ForgetAsync(await NowAsync(incident.Id), word.Number, [identity!], default), Is.EqualTo(new[] { new CopyForgotten(Chat.Name, word.Number) }));
        Assert.That(Exam.WordsIn(incident.Rooms[Chat.Name]), Is.Empty);
    }

    private async ValueTask<string?> TellAsync(IChat chat, Recorded word, bool mayBeDone = false) =>
        await ((ITellsRooms)chat).TellAsync(new Telling(await NowAsync(One), word, Try($"deed:1:{word.Number}:0", mayBeDone)), default);

    private async Task<Recorded> LastAsync() => (await House.EntriesAsync(1))[^1];
}
