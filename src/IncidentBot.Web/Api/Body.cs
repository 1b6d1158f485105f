using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>A JSON object that a script sent: texts by name. Everything that is wrong with it is gathered, to be told at once.</summary>
internal sealed class Body
{
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);
    private readonly Faults faults;

    private Body(Faults faults) => this.faults = faults;

    /// <summary>Reads the request's body; <paramref name="known"/> are the fields that it may have.</summary>
    public static async ValueTask<Body> ReadAsync(HttpRequest request, Faults faults, params string[] known)
    {
        var body = new Body(faults);
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            body.Take(document.RootElement, known);
        }
        catch (JsonException unreadable)
        {
            faults.Add($"The body cannot be read as JSON: something is wrong in line {unreadable.LineNumber + 1}, at character {unreadable.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString says to halves of characters.
            faults.Add("The body holds text that is not valid Unicode.");
        }
        return body;
    }

    /// <summary>A field that must be there.</summary>
    public string Text(string name)
    {
        if (texts.GetValueOrDefault(name) is { } text) return text;
        if (faults.None) faults.Add($"“{name}” is missing; it is a text.");
        return "";
    }

    /// <summary>A field that may be left out or null.</summary>
    public string? Optional(string name) => texts.GetValueOrDefault(name);

    private void Take(JsonElement root, string[] known)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"The body must be a JSON object with {Words.Join(known)}.");
            return;
        }
        foreach (var field in root.EnumerateObject())
        {
            if (!known.Contains(field.Name)) faults.Add($"There is no field “{Words.Brief(field.Name, 40)}”; the fields are {Words.Join(known)}.");
            else if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null) texts[field.Name] = field.Value.GetString();
            else faults.Add($"“{field.Name}” must be a text, not {Kind(field.Value.ValueKind)}.");
        }
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        _ => "an object",
    };
}
