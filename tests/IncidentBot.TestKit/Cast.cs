namespace IncidentBot.TestKit;

/// <summary>The people of every test.</summary>
public static class Cast
{
    /// <summary>Declares and commands.</summary>
    public static readonly Person Ana = Person.WhoSays("Ana");

    /// <summary>Fixes.</summary>
    public static readonly Person Ben = Person.WhoSays("Ben");

    /// <summary>Speaks to customers.</summary>
    public static readonly Person Cleo = Person.WhoSays("Cleo");

    /// <summary>Belongs to nothing.</summary>
    public static readonly Person Outsider = Person.WhoSays("Otto Outsider");
}
