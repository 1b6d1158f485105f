using IncidentBot.Ports;
using IncidentBot.Web.Rendering;
using IncidentBot.Web.Viewing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Web.WarRoom;

/// <summary>Takes files: on the device first, then on the timeline.</summary>
internal static class FilePosts
{
    private const int LongestName = 150;
    private const int LongestMediaType = 100;
    private const long RoomForTheRest = 64 * 1024;

    public static void MapFilePosts(this IEndpointRouteBuilder app) =>
        app.MapPost("/rooms/{room}/files", TakeAsync).AddEndpointFilter<TokenFilter>();

    private static async Task<IResult> TakeAsync(
        string room, HttpContext http, RoomViews views, IncidentDesk desk, IFileStore files, Answers answers, IOptions<FileOptions> options, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(http)!;
        if (await views.FindAsync(room, viewer, cancellation) is not { } found) return Results.NotFound();
        int? replyTo = int.TryParse(http.Request.Query["replyTo"], out var root) && root >= 1 && root <= found.Number ? root : null;
        var asker = new Asker(found.Id, InThread: replyTo is not null);
        if (IncidentDesk.WhyNotAdd(viewer, found) is { } refusal) return await answers.ToAsync(refusal, asker, http);
        var limit = options.Value.LargestFileBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit + RoomForTheRest;
        try
        {
            if (await SectionAsync(http.Request, cancellation) is not var (section, name)) return await answers.ToAsync(Reply.Refuse("There is no file in this request."), asker, http);
            var stored = await files.PutAsync(section.Body, limit, cancellation);
            var shared = new FileShared(name, Words.Brief(section.ContentType ?? "application/octet-stream", LongestMediaType), stored.Bytes, stored.Sha256, replyTo);
            var key = Recording.Key("web", viewer, found.Id, http.Request.Query["key"].ToString(), stored.Sha256);
            var number = await desk.RecordAsync(found.Id, [shared], viewer, "web", key, cancellation: cancellation) switch
            {
                AppendOutcome.Appended(var entries) => entries[0].Number,
                AppendOutcome.Repeated(var first) => first.FirstNumber,
                _ => 0,
            };
            return await answers.ToAsync(number > 0
                ? new Reply("Shared.") { Incident = found.Id, Entries = [number] }
                : Reply.Refuse("The file is stored, but it could not be put on the timeline. Try it again."), asker, http);
        }
        catch (FileTooLargeException tooLarge)
        {
            return await answers.ToAsync(Reply.Refuse(tooLarge.Message), asker, http);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await answers.ToAsync(Reply.Refuse(new FileTooLargeException(limit).Message), asker, http);
        }
        catch (InvalidDataException)
        {
            return await answers.ToAsync(Reply.Refuse("The upload could not be read. Try it again."), asker, http);
        }
    }

    private static async Task<(MultipartSection Section, string Name)?> SectionAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) return null;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                return (section, NameOf(disposition));
        return null;
    }

    // Only the last part of a path, nothing that cannot be shown.
    private static string NameOf(ContentDispositionHeaderValue disposition)
    {
        var given = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value ?? "";
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = Words.Brief(string.Concat(name.Where(letter => !char.IsControl(letter))), LongestName);
        return clean.Length == 0 ? "file" : clean;
    }
}
