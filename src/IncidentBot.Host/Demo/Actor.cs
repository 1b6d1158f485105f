namespace IncidentBot.Host.Demo;

/// <summary>One of the cast, as the script speaks of them.</summary>
/// <param name="Name">The name that they entered the war room with.</param>
internal sealed record Actor(string Name)
{
    private readonly Person person = Person.WhoSays(Name);

    /// <summary>How they are mentioned: <c>@jun-watanabe</c>.</summary>
    public string Mention => "@" + person.Id.Handle;

    /// <summary>Says something in the room.</summary>
    public Deed Says(string words) => new Saying(person, words);

    /// <summary>Answers a message in its thread.</summary>
    public Deed Answers(string name, string words) => new Saying(person, words, name);

    /// <summary>Types a line.</summary>
    public Deed Types(string line) => new Typing(person, line);

    /// <summary>Shares a file.</summary>
    public Deed Shares(string file, string content) => new Sharing(person, file, content);
}
