namespace IncidentBot.Host.Commands;

/// <summary>Whoever runs a sub-command on the data directory: the machine's own operator.</summary>
internal static class Operator
{
    /// <summary>By which way they come.</summary>
    public const string Via = "cli";

    /// <summary>The person.</summary>
    public static Person Person { get; } = new(
        new PersonId($"{PersonId.Operator}:{IncidentBot.Person.HandleOf(Environment.UserName)}"), Environment.UserName.Length > 0 ? Environment.UserName : "the operator");
}
