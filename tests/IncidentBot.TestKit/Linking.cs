using System.Text.RegularExpressions;

namespace IncidentBot.TestKit;

/// <summary>People who have a second identity.</summary>
public static partial class Linking
{
    /// <summary>Ana in a chat.</summary>
    public static readonly Person AnaInChat = new(new PersonId("slack:T1/U1"), "Ana Ruiz");

    /// <summary>Links two identities by a code, as people do.</summary>
    public static async Task LinkAsync(this DeskFixture at, Person one, Person other) => await at.Hear(other, $"me link {await at.CodeAsync(one)}");

    /// <summary>The code that somebody is told.</summary>
    public static async Task<string> CodeAsync(this DeskFixture at, Person who) => Code().Match((await at.Hear(who, "me link")).Text).Value;

    [GeneratedRegex(@"\d{4} \d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
