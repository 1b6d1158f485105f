using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentBot.Web.Api;

/// <summary>Tells in the API's description how tokens are carried, and which scope each operation needs.</summary>
internal static class DescribedTokens
{
    private const string Scheme = "token";

    public static Task SchemeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = $"A token that an admin made on the page /tokens. Its scopes are some of {TokenScopes.AllWords}. Without sign-in it can be left out on IncidentBot's own machine.",
        };
        return Task.CompletedTask;
    }

    public static Task NeedAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsScopeAttribute>().LastOrDefault() is not { } needs) return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        operation.Description = $"{operation.Description} Needs the scope {needs.Scope.Word()}.".TrimStart();
        return Task.CompletedTask;
    }
}
