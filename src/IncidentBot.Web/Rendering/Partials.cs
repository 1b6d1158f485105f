namespace IncidentBot.Web.Rendering;

/// <summary>Pieces of a page that say themselves where they belong. A piece whose place is not on the page is passed over.</summary>
internal static class Partials
{
    /// <summary>Behind what is there.</summary>
    public static string Append(string target, string html) => Of(target, "beforeend", html);

    /// <summary>In place of what is there, keeping focus and what somebody types.</summary>
    public static string Morph(string target, string html) => Of(target, "outerMorph", html);

    /// <summary>In place of what is inside.</summary>
    public static string Fill(string target, string html) => Of(target, "innerHTML", html);

    /// <summary>Takes it away.</summary>
    public static string Remove(string target) => Of(target, "delete", "");

    private static string Of(string target, string swap, string html) => $"<hx-partial hx-target=\"{target}\" hx-swap=\"{swap}\">{html}</hx-partial>";
}
