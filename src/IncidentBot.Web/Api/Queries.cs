using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>The question mark's part of an address: what is unknown or cannot be read is told.</summary>
internal sealed class Queries
{
    private readonly HttpContext http;
    private readonly IQueryCollection query;
    private readonly Faults faults;

    public Queries(HttpRequest request, Faults faults, params string[] known)
    {
        (http, query, this.faults) = (request.HttpContext, request.Query, faults);
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
            faults.Add($"There is no “{Words.Brief(name, 40)}” to ask by; there are {Words.Join(known)}.");
    }

    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public Person Viewer() => Callers.Viewer(http, Text("by"), faults);

    public Person? Named(string text, House house, Policy policy)
    {
        if (text.Length > Limits.Name + 1 || Person.HandleOf(text.TrimStart('@')).Length == 0)
        {
            faults.Add($"“person” must be a person like @ana, not “{Words.Brief(text, 40)}”.");
            return null;
        }
        var person = house.PersonBy(text, house.Room, policy);
        if (person is null) faults.Add(House.Nobody(text));
        return person;
    }

    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add($"“{name}” must be a whole number from {least} to {most}, not “{Words.Brief(text, 40)}”.");
        return otherwise;
    }

    public bool? Flag(string name) => Read<bool>(name, text => bool.TryParse(text, out var flag) ? flag : null, "true or false");

    public Severity? Severity(string name) => Read<Severity>(name, text => IncidentBot.Severity.TryParse(text, out var severity) ? severity : null, "a severity like sev2");

    public long? Incident(string name) => Read<long>(
        name,
        text => IncidentId.TryParse(text, out var id) || IncidentId.TryParse("#" + text, out id) ? id.Number : null,
        "an incident's number like INC-42");

    public T? Choice<T>(string name) where T : struct, Enum => Read<T>(
        name,
        text => Enum.TryParse<T>(text, ignoreCase: true, out var choice) && char.IsLetter(text[0]) ? choice : null,
        "one of " + string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant());

    public T? Read<T>(string name, Func<string, T?> parse, string wanted) where T : struct
    {
        if (Text(name) is not { } text) return null;
        var value = parse(text);
        if (value is null) faults.Add($"“{name}” must be {wanted}, not “{Words.Brief(text, 40)}”.");
        return value;
    }
}
