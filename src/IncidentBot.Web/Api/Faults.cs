using IncidentBot.Web.Guards;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Api;

/// <summary>What is wrong with a request, gathered so that everything is told at once.</summary>
internal sealed class Faults
{
    private readonly List<string> sentences = [];

    public bool None => sentences.Count == 0;

    public void Add(string sentence) => sentences.Add(sentence);

    public string Sentence => string.Join(' ', sentences);

    public IResult Answer() => Problems.Of(StatusCodes.Status400BadRequest, "The request cannot be understood", Sentence);
}
