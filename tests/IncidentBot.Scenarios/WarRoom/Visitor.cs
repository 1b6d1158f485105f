using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace IncidentBot.Scenarios.WarRoom;

/// <summary>A person at a browser, as far as HTTP goes: a name, cookies, the page's token, posts and streams.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient client;
    private string token = "";

    private Visitor(RunningHost host) => client = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };

    /// <summary>Somebody who has said their name and stands in the general room.</summary>
    public static async Task<Visitor> EnterAsync(RunningHost host, string name)
    {
        var visitor = new Visitor(host);
        var question = await visitor.PageAsync("/");
        using var answer = await visitor.client.PostAsync("/who", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = name,
            ["back"] = "/",
            ["__RequestVerificationToken"] = question.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value,
        }));
        answer.EnsureSuccessStatusCode();
        await visitor.PageAsync("/");
        return visitor;
    }

    /// <summary>Somebody who has said nothing yet.</summary>
    public static Visitor Stranger(RunningHost host) => new(host);

    /// <summary>A whole page. Its token is used from now on.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        var page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync());
        if (page.Body?.GetAttribute("hx-headers:inherited") is { } headers) token = headers.Split('"')[3];
        return page;
    }

    /// <summary>Whatever is at an address, asked for as a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Says something in a room.</summary>
    public Task<Answer> SayAsync(string room, string text, string? key = null, int? replyTo = null) =>
        PostAsync($"/rooms/{room}/said", ("text", text), ("key", key ?? Guid.NewGuid().ToString("N")), ("replyTo", replyTo?.ToString() ?? ""));

    /// <summary>Presses a button that says a line.</summary>
    public Task<Answer> PressAsync(string room, string line, string? key = null) =>
        PostAsync($"/rooms/{room}/lines", ("line", line), ("key", key ?? Guid.NewGuid().ToString("N")));

    /// <summary>Declares an incident and tells its number.</summary>
    public async Task<string> DeclareAsync(string title, string options = "")
    {
        var answer = await PressAsync("general", $"declare {LineWriter.Quote(title)} {options}");
        return answer.Redirect!.Split('/')[^1];
    }

    /// <summary>Posts a form as the page would.</summary>
    public Task<Answer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        SendAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Uploads a file.</summary>
    public Task<Answer> UploadAsync(string room, string name, byte[] bytes, string mediaType = "text/plain")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(mediaType);
        return SendAsync($"/rooms/{room}/files?key={Guid.NewGuid():N}", new MultipartFormDataContent { { content, "file", name } });
    }

    /// <summary>Posts without the page's token, as another site would.</summary>
    public Task<HttpResponseMessage> PostBareAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Posts with the page's token, and gives the answer as it came.</summary>
    public Task<HttpResponseMessage> SendRawAsync(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-Form-Token", token);
        return client.SendAsync(request);
    }

    /// <summary>Signs out, by the menu's form.</summary>
    public Task<HttpResponseMessage> SignOutAsync(bool everywhere = false) => everywhere
        ? PostBareAsync("/sign-out", ("__RequestVerificationToken", token), ("everywhere", "1"))
        : PostBareAsync("/sign-out", ("__RequestVerificationToken", token));

    /// <summary>Opens a live stream.</summary>
    public async Task<LivePage> StreamAsync(string path, int? lastEventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is { } last) request.Headers.Add("Last-Event-ID", last.ToString());
        return new LivePage(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Answer> SendAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-Form-Token", token);
        using var answer = await client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, Header(answer, "Outcome"), int.Parse(Header(answer, "Entry") ?? "0"), Header(answer, "HX-Redirect"), html, Parser.ParseDocument($"<body>{html}</body>").Body!);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}

/// <summary>What a post was answered with.</summary>
/// <param name="Entry">The number of what was recorded; 0 when nothing was.</param>
public sealed record Answer(HttpStatusCode Status, string? Outcome, int Entry, string? Redirect, string Html, IElement Body);
