using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>What is wrong with a request, gathered so that everything is told at once.</summary>
internal sealed class Faults
{
    private readonly List<string> sentences = [];
    private string? forbidden;

    public bool None => sentences.Count == 0 && forbidden is null;

    public void Add(string sentence) => sentences.Add(sentence);

    /// <summary>The caller may not ask this at all: nothing else is told then.</summary>
    public void Forbid(string sentence) => forbidden = sentence;

    public string Sentence => forbidden ?? string.Join(' ', sentences);

    public IResult Answer() => forbidden is null
        ? Problems.Of(StatusCodes.Status400BadRequest, "The request cannot be understood", Sentence)
        : Problems.Of(StatusCodes.Status403Forbidden, "Not for this caller", Sentence);
}
