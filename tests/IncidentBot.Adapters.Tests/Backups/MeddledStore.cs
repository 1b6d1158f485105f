using IncidentBot.Ports;
using Moq;

namespace IncidentBot.Adapters.Tests.Backups;

/// <summary>A store whose copies somebody meddles with before they are verified.</summary>
internal static class MeddledStore
{
    internal static ITimelineStore Of(ITimelineCopies store, Func<TimelineCopy, string, Task<TimelineCopy>> meddle)
    {
        var meddled = new Mock<ITimelineStore>(MockBehavior.Strict);
        meddled.As<ITimelineCopies>().Setup(asked => asked.CopyAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(async (string directory, CancellationToken cancellation) => await meddle(await store.CopyAsync(directory, cancellation), directory));
        return meddled.Object;
    }
}
