namespace IncidentBot.Web.Tokens;

/// <summary>Knows tokens that nobody made: those of the machine itself.</summary>
public interface IOtherTokens
{
    /// <summary>Who comes with this; null when it is none of these. How long that takes tells nothing about them.</summary>
    TokenBearer? Find(string presented);
}
