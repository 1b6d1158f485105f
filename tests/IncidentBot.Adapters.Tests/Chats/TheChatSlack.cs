using IncidentBot.Adapters.Tests.Slack.Speaking;
using IncidentBot.Chat.Slack;
using IncidentBot.Chat.Slack.Api;
using IncidentBot.Ports;
using IncidentBot.TestKit;

namespace IncidentBot.Adapters.Tests.Chats;

/// <summary>Slack sits the exam of all chats.</summary>
[TestFixture]
internal sealed class TheChatSlack : MirrorExam
{
    protected override IExaminedChat Open()
    {
        var house = new DeskFixture(DefaultPolicy.Create() with { Chats = [SlackNames.Chat], Mirrors = [SlackNames.Chat] });
        var far = new RememberingSlack(house.Clock);
        return new Examined(house, far, far.Add("general").Id);
    }

    private sealed class Examined(DeskFixture house, RememberingSlack far, string general) : IExaminedChat
    {
        private readonly SpeakingSlack slack = new(house, far, options => options.AnnounceChannel = general);

        public DeskFixture House => house;

        public IChat Chat => slack.Chat;

        public int Rooms => far.Channels.Count - 1;

        public int Announced => far.WordsIn(general).Count;

        public IExaminedChat Again() => new Examined(house, far, general);

        public bool IsPrivate(string room) => far.Channels[SlackNames.ChannelOf(room)!].IsPrivate;

        public bool IsArchived(string room) => far.Channels[SlackNames.ChannelOf(room)!].IsArchived;

        public IReadOnlyList<string> WordsIn(string room) =>
            [.. far.Messages.Where(message => message.Place.Channel == SlackNames.ChannelOf(room) && !far.Pins.Contains(message.Place)).Select(message => message.Drawn.Text)];

        public string LikenessIn(string room) => string.Join('\n', far.Messages.Where(message => far.Pins.Contains(message.Place)).Select(message => message.Drawn.Text).Append(far.Channels[SlackNames.ChannelOf(room)!].Topic));

        public bool IsIn(string room, Person person) => far.Members.Contains((SlackNames.ChannelOf(room)!, "U" + person.Id.Handle.ToUpperInvariant()));

        public void Refuse(Person person) => far.NotInvited["U" + person.Id.Handle.ToUpperInvariant()] = "user_is_restricted";

        // Who the bot is, is asked once; what is lost is the answer to the deed itself.
        public void LoseNextAnswer()
        {
            var isLost = false;
            far.LostAnswer = method => !isLost && method is "conversations.create" or "chat.postMessage" && (isLost = true) ? new SlackAwayException("Slack did not answer.") : null;
        }

        public void Dispose() => slack.Dispose();
    }
}
