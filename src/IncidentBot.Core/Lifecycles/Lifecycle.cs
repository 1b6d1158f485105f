using Stateless;
using Stateless.Graph;

namespace IncidentBot;

/// <summary>Every road that an incident may take: the only file that knows Stateless. A table, built per decision; nothing happens on the way.</summary>
public static class Lifecycle
{
    /// <summary>Where a move leads from a stage; null when that road does not exist.</summary>
    public static Road? RoadFrom(Stage stage, Move move)
    {
        var table = TableAt(stage);
        if (!table.CanFire(move)) return null;
        table.Fire(move);
        return new Road(stage, move, table.State);
    }

    /// <summary>All roads that lead out of a stage, in the order of the moves.</summary>
    public static IReadOnlyList<Road> RoadsFrom(Stage stage) =>
        [.. Enum.GetValues<Move>().Select(move => RoadFrom(stage, move)).OfType<Road>()];

    /// <summary>The table as a Mermaid state diagram.</summary>
    public static string Drawing() => MermaidGraph.Format(TableAt(Stage.Identification).GetInfo(), MermaidGraphDirection.LeftToRight);

    private static StateMachine<Stage, Move> TableAt(Stage stage)
    {
        var table = new StateMachine<Stage, Move>(stage);

        table.Configure(Stage.Identification)
            .Permit(Move.Triage, Stage.Triage)
            .Permit(Move.Cancel, Stage.Cancelled)
            .Permit(Move.Merge, Stage.Merged);

        table.Configure(Stage.Triage)
            .Permit(Move.Contain, Stage.Containment)
            .Permit(Move.Remediate, Stage.Remediation)
            .Permit(Move.Resolve, Stage.Review)
            .Permit(Move.Cancel, Stage.Cancelled)
            .Permit(Move.Merge, Stage.Merged);

        table.Configure(Stage.Containment)
            .Permit(Move.Triage, Stage.Triage)
            .Permit(Move.Remediate, Stage.Remediation)
            .Permit(Move.Monitor, Stage.Monitoring)
            .Permit(Move.Resolve, Stage.Review)
            .Permit(Move.Merge, Stage.Merged);

        table.Configure(Stage.Remediation)
            .Permit(Move.Triage, Stage.Triage)
            .Permit(Move.Contain, Stage.Containment)
            .Permit(Move.Monitor, Stage.Monitoring)
            .Permit(Move.Resolve, Stage.Review)
            .Permit(Move.Merge, Stage.Merged);

        table.Configure(Stage.Monitoring)
            .Permit(Move.Triage, Stage.Triage)
            .Permit(Move.Remediate, Stage.Remediation)
            .Permit(Move.Resolve, Stage.Review)
            .Permit(Move.Merge, Stage.Merged);

        table.Configure(Stage.Review)
            .Permit(Move.Close, Stage.Closed)
            .Permit(Move.Reopen, Stage.Triage);

        table.Configure(Stage.Closed).Permit(Move.Reopen, Stage.Triage);
        table.Configure(Stage.Cancelled).Permit(Move.Reopen, Stage.Triage);
        table.Configure(Stage.Merged).Permit(Move.Reopen, Stage.Triage);
        return table;
    }
}
