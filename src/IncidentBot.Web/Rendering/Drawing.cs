using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Web.Rendering;

/// <summary>Draws components as HTML, each in a scope of its own.</summary>
internal sealed class Drawing(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    public Task<string> DrawAsync<TComponent>(params IEnumerable<(string Name, object? Value)> parameters) where TComponent : IComponent =>
        DrawAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)));

    private async Task<string> DrawAsync<TComponent>(ParameterView parameters) where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
    }
}
