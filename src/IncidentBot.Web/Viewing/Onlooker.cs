using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web.Viewing;

/// <summary>Whoever a page is drawn for: what they may not do anyway is not offered to them.</summary>
internal sealed class Onlooker(IHttpContextAccessor accessor, Verbs verbs)
{
    /// <summary>True for whoever may take part; what is drawn for nobody in particular offers everything.</summary>
    public bool MayAct => accessor.HttpContext is not { } http || Viewer.Of(http) is not { Right: < Right.Responder };

    /// <summary>True when they may press a button with this line.</summary>
    public bool MayPress(string line) =>
        MayAct || line.Split(' ').FirstOrDefault(word => !IncidentId.TryParse(word, out _)) is { } verb && verbs.Find(verb) is { OnlyAsks: true } or { Needs: Right.None };
}
