namespace IncidentBot;

/// <summary>The desk, where it writes down by which rules the house goes.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>By which way the house rules come.</summary>
    public const string ViaSettings = "settings";

    /// <summary>Records that the house rules in force are others than those recorded last, or than the customary ones while none are recorded.</summary>
    public async ValueTask NoteRulesAsync(Policy customary, CancellationToken cancellation = default)
    {
        var known = (await shelf.GetAsync(IncidentId.House, cancellation)).Rules ?? new PolicyNote(0, PolicyDigests.Of(customary));
        var now = PolicyDigests.Of(policies.Current);
        var changed = PolicyDigests.Changed(known.Digests, now);
        if (changed.Count == 0) return;
        var key = Recording.Fixed($"rules:{known.Entry}");
        await RecordAsync(IncidentId.House, [new PolicyChanged(changed, now)], Person.Bot, ViaSettings, key, expected: null, cancellation);
    }
}
