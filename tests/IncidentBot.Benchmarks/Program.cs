using System.Runtime.InteropServices;
using IncidentBot.Benchmarks;
using IncidentBot.Benchmarks.Measurements;
using IncidentBot.Benchmarks.Reporting;
using IncidentBot.Benchmarks.Running;
using IncidentBot.Benchmarks.Yardsticks;

if (args is [BareServer.Word, var address]) return await BareServer.ServeAsync(address);

IReadOnlyList<IMeasurement> all =
[
    new LineCost(), new DurableAppends(), new LongIncident(), new LongPage(), new LongReview(), new Growth(), new FirstAnswer(), new Memory(), new MessagesPerSecond(),
    new Searching(), new SlackReceipts(), new SlackStuck(),
];
var request = Request.Read(args, all);
if (request.Sentence is { } sentence)
{
    await Console.Out.WriteLineAsync(sentence);
    return request.IsFault ? 1 : 0;
}

using var stop = new CancellationTokenSource();
// Also on Ctrl+C what was started is ended and what was written is removed.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
await using var lab = new Lab(request.Amount, stop.Token);
return await Session.RunAsync(request, lab);

static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
{
    signal.Cancel = true;
    stop.Cancel();
}
