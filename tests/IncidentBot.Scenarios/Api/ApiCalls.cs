using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Scenarios.Api;

/// <summary>What scripts send to the API, and what comes back.</summary>
public static class ApiCalls
{
    /// <summary>Says a line; the answer must be 200.</summary>
    public static async Task<JsonElement> SayAsync(this HttpClient client, string line, string by = "ana", string? room = null, string? key = null)
    {
        var (status, json) = await client.PostAsync("/api/lines", new { line, by, room, key });
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), json.ToString());
        return json;
    }

    /// <summary>Declares an incident and gives its number.</summary>
    public static async Task<string> DeclareAsync(this HttpClient client, string title = "Checkout is down", string by = "ana") =>
        (await client.SayAsync("declare " + title, by)).GetProperty("incident").GetString()!;

    /// <summary>Posts an object as JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(this HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Posts exactly this text.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> PostTextAsync(this HttpClient client, string path, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Reads an address.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Json)> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>A field's text.</summary>
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();
}
