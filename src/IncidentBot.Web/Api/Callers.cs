using IncidentBot.Web.Tokens;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>Who speaks and who looks: the bearer of the token, somebody for whom it may speak, or, without sign-in, a name that is merely said.</summary>
internal static class Callers
{
    /// <summary>By which way the API's callers come.</summary>
    public const string Via = "api";

    private static readonly Person Nobody = new(new PersonId("web:"), "Somebody", Claimed: true);

    /// <summary>Who says what a body holds: <c>by</c> must be there unless a token says who it is.</summary>
    public static Person Speaker(HttpContext http, Body body, Faults faults)
    {
        var caller = Caller.Of(http);
        return caller.Bearer is null ? Known(Named(body.Text("by"), faults), caller) : Spoken(body.Optional("by"), caller.Bearer, caller, faults);
    }

    /// <summary>Who looks; without a token and without a name it is somebody who is a member of nothing.</summary>
    public static Person Viewer(HttpContext http, string? name, Faults faults)
    {
        var caller = Caller.Of(http);
        return caller.Bearer is { } bearer ? Spoken(name, bearer, caller, faults) : Known(string.IsNullOrEmpty(name) ? Nobody : Named(name, faults), caller);
    }

    private static Person Spoken(string? name, TokenBearer bearer, Caller caller, Faults faults)
    {
        if (string.IsNullOrEmpty(name) || name == bearer.Person.Id.Value) return Known(bearer.Person, caller);
        var handle = Named(name.TrimStart('@'), faults).Id.Handle;
        if (!faults.None || handle == bearer.Person.Id.Handle) return Known(bearer.Person, caller);
        if (!bearer.MaySpeakFor(handle)) faults.Forbid(Foreign(name, bearer));
        else if (caller.House.Known(handle) is { } person) return Known(bearer.Lend(person), caller);
        else if (caller.MaySayAnyName) return Known(bearer.Lend(Person.WhoSays(name)), caller);
        else faults.Add($"Nobody here is called “{Words.Brief(name, Limits.Name)}”. A token speaks for people who have signed in or taken part; leave “by” out and it speaks for itself.");
        return Nobody;
    }

    private static string Foreign(string name, TokenBearer bearer) =>
        $"The token {bearer.Person.Name} may not speak for “{Words.Brief(name, Limits.Name)}”: it speaks for {(bearer.SpeaksFor.IsEmpty ? "itself alone" : TokenBearer.Voices(bearer.SpeaksFor))}. Leave “by” out, or ask an admin of IncidentBot for a token that may.";

    private static Person Known(Person person, Caller caller) => caller.House.Recognise(person, caller.Policy);

    private static Person Named(string name, Faults faults)
    {
        if (name.Length > Limits.Name) faults.Add($"The name in “by” has {name.Length:N0} characters; {Limits.Name} are allowed.");
        else if (name.Any(char.IsControl)) faults.Add("The name in “by” holds a character that cannot be shown.");
        else if (Person.HandleOf(name).Length > 0) return Person.WhoSays(name);
        else if (faults.None) faults.Add("“by” must say who it is: a name with at least one letter or digit.");
        return Nobody;
    }
}
