using static IncidentBot.Host.Demo.Cue;
using static IncidentBot.Host.Demo.Team;

namespace IncidentBot.Host.Demo.Acts;

/// <summary>The first idea is a good one, and wrong: evidence ends it in a minute, and the next one holds.</summary>
internal static class WrongIdea
{
    private const string QueryPlan = """
        EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM invoice_lines WHERE account_id = $1 AND period = $2;

        Index Scan using invoice_lines_account_period on invoice_lines
          (cost=0.56..8.58 rows=8 width=212) (actual time=0.021..0.044 rows=8 loops=1)
          Buffers: shared hit=6
        Planning time: 0.110 ms
        Execution time: 0.380 ms

        pg_locks: 0 waiting
        CPU of the primary: 12 %
        """;

    private const string Release = """
        This is it, I think. Release 2026.47 asks the tax service once for every line of an invoice, and waits for each answer:
        ```
        POST /upgrades   504 after 10001 ms
          tax.quote      1187 ms  x 8 lines
          connections    200 of 200 in use, 61 waiting
        ```
        """;

    public static IReadOnlyList<Beat> Beats { get; } =
    [
        At("1:07", Lucia.Says("I know that database. What do you suspect, Jun?")),
        At("1:10", Lucia.Types("role claim expert")),
        At("1:14", Jun.Says("My first idea: the new index on invoice_lines is not used, and every upgrade reads the whole table.").As("idea")),
        At("1:19", Lucia.Answers("idea", "Possible. Give me a minute with the query plan before we touch it.")),
        At("1:26", Lucia.Shares("query-plan.txt", QueryPlan)),
        At("1:29", Lucia.Types("note It is not the database: the index is used (0.4 ms), nothing waits for a lock, CPU is at 12 %. We drop the idea of the index.").As("evidence")),
        At("1:35", Jun.Answers("idea", "Then I was wrong. Good that you looked first! 🙏")),
        At("1:43", Jun.Says(Release).As("found")),
        At("1:50", Amara.Types("pin {found}")),
        At("1:53", Jun.Types("note Release 2026.47 of billing-api went live --at 21m ago")),
        At("1:58", Nour.Says("Are the renewals of tonight in danger as well?").As("renewals")),
        At("2:03", Lucia.Answers("renewals", "No, they ask for their taxes the night before. I've checked three of them.")),
    ];
}
