namespace IncidentBot.Host.Commands;

/// <summary>Lets the server that runs on the data give the file.</summary>
internal static class ExportFromServer
{
    /// <summary>Writes the file; null when the server does not answer, or does not give it.</summary>
    public static async Task<string?> WriteAsync(ExportTarget target, RunningServer server, CancellationToken cancellation)
    {
        using var client = server.Client();
        try
        {
            using var answer = await client.GetAsync(
                new Uri($"/api/incidents/{target.Incident}/{target.Format.File()}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!answer.IsSuccessStatusCode) return null;
            await target.WriteAsync(file => answer.Content.CopyToAsync(file, cancellation));
            return $"{target.Path}: {target.Format.Title().ToLowerInvariant()} of {target.Incident}, given by the server at {server.Address}.{target.Next}";
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
