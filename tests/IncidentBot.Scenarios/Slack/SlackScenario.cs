using IncidentBot.TestKit;

namespace IncidentBot.Scenarios.Slack;

/// <summary>Scenarios on one stage.</summary>
[Category("Slack")]
public abstract class SlackScenario
{
    private SlackStage? stage;

    /// <summary>The stage.</summary>
    protected SlackStage Stage => stage!;

    /// <summary>The Slack on it.</summary>
    protected FakeSlack Slack => Stage.Slack;

    /// <summary>What differs from the default settings.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Starts host and Slack.</summary>
    [OneTimeSetUp]
    public async Task OpenAsync() => stage = await SlackStage.OpenAsync(settings: Settings);

    /// <summary>Stops them.</summary>
    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (stage is not null) await stage.DisposeAsync();
    }
}
