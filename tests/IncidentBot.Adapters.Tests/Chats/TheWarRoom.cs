using IncidentBot.Ports;
using IncidentBot.TestKit;
using IncidentBot.Web.WarRoom;

namespace IncidentBot.Adapters.Tests.Chats;

/// <summary>The war room sits the exam of all chats.</summary>
[TestFixture]
internal sealed class TheWarRoom : ChatExam
{
    protected override IExaminedChat Open() => new Examined(new DeskFixture(DefaultPolicy.Create() with { Chats = [WarRoomChat.ChatName] }));

    /// <summary>The war room has its rooms by their incidents: they are there as soon as those are, and as visible.</summary>
    private sealed class Examined(DeskFixture house) : IExaminedChat
    {
        public DeskFixture House => house;

        public IChat Chat { get; } = new WarRoomChat(house.Desk);

        public int Rooms => (int)house.Store.LastStreamAsync().AsTask().Result;

        public int Announced => house.EntriesAsync(0).Result.Count(entry => entry.Event is IncidentAnnounced);

        public IExaminedChat Again() => new Examined(house);

        public bool IsPrivate(string room) => house.Desk.FindAsync(new IncidentId(1), Cast.Outsider).AsTask().Result is null;

        public bool IsArchived(string room) => throw new NotSupportedException();

        public IReadOnlyList<string> WordsIn(string room) => throw new NotSupportedException();

        public string LikenessIn(string room) => throw new NotSupportedException();

        public bool IsIn(string room, Person person) => throw new NotSupportedException();

        public void Refuse(Person person) => throw new NotSupportedException();

        public void LoseNextAnswer()
        {
        }

        public void Dispose()
        {
        }
    }
}
