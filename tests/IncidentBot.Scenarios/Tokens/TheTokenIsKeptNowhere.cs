using System.Text;
using IncidentBot.Scenarios.Api;
using IncidentBot.Scenarios.WarRoom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Scenarios.Tokens;

public sealed class TheTokenIsKeptNowhere
{
    private static readonly string[] Scopes = ["read", "lines", "alerts", "gate", "admin", "read,lines"];

    [Test]
    public async Task However_it_is_made_and_used_no_byte_of_it_is_in_the_data_or_the_log()
    {
        using var log = new HeardLog();
        await using var host = RunningHost.Start(new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace", ["Logging:Console:LogLevel:Default"] = "None" }, services: services => services.AddSingleton<ILoggerProvider>(log));
        var random = new Random(20261123);
        var tokens = new List<string>();
        using var client = host.Client();
        using var ana = await Visitor.EnterAsync(host, "Ana");
        await client.DeclareAsync();
        for (var made = 0; made < 12; made++)
        {
            var line = $"token make bot-{made} --scope {Scopes[random.Next(Scopes.Length)]}{(random.Next(2) == 0 ? " --for 90d" : "")}{(random.Next(2) == 0 ? " --speaks-for *" : "")}";
            tokens.Add(random.Next(2) == 0
                ? (await client.SayAsync(line, key: $"k{made}")).Text("reply")!.Split('\n')[1]
                : (await ana.PressAsync("general", line)).Body.QuerySelector(".secret code")!.TextContent);
            await UseAsync(host, tokens[^1], random);
        }
        await client.SayAsync("token revoke bot-3 it was pasted into a room");
        await host.StopAsync();

        Assert.That(tokens, Has.All.Match("^ib_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$"));
        Assert.That(tokens, Has.Count.EqualTo(12).And.Unique);
        var secrets = tokens.Select(token => Encoding.UTF8.GetBytes(token[^43..])).ToList();
        var files = Directory.GetFiles(host.Directory, "*", SearchOption.AllDirectories);
        Assert.That(files.Where(file => Holds(File.ReadAllBytes(file), secrets)), Is.Empty);
        Assert.That(files.Any(file => Holds(File.ReadAllBytes(file), [Encoding.UTF8.GetBytes(ApiTokens.Digest(tokens[0]))])), Is.True, "the search finds what is there");
        Assert.That(log.Said, Does.Contain("/api/incidents"), "the log tells of requests");
        Assert.That(tokens.Where(token => log.Said.Contains(token[^43..], StringComparison.Ordinal)), Is.Empty);
    }

    private static async Task UseAsync(RunningHost host, string token, Random random)
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", random.Next(4) == 0 ? $"Basic {token}" : $"Bearer {token}");
        await client.ReadAsync("/api/incidents");
        await client.PostAsync("/api/lines", new { line = "INC-1 note hello", by = random.Next(2) == 0 ? null : "ana" });
        await client.PostTextAsync("/api/alerts", """{"name":"Disk full","state":"firing"}""");
    }

    private static bool Holds(byte[] bytes, IEnumerable<byte[]> secrets) => secrets.Any(secret => bytes.AsSpan().IndexOf(secret) >= 0);

    private sealed class HeardLog : ILoggerProvider, ILogger
    {
        private readonly StringBuilder said = new();

        public string Said { get { lock (said) return said.ToString(); } }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (said) said.AppendLine(formatter(state, exception)).Append(exception);
        }

        public void Dispose()
        {
        }
    }
}
