namespace IncidentBot.Host;

/// <summary>The bare web host: where it reads settings from, and what it never tells.</summary>
internal static class Shell
{
    public static WebApplicationBuilder Builder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ApplicationName = typeof(Shell).Assembly.GetName().Name,
            // Settings are watched for changes below the content root: started from "/", that would be the whole disk.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        // Keys of forms lie in the data directory, like everything else that only this account may read.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        return builder;
    }
}
