using IncidentBot.Ports;

namespace IncidentBot;

/// <summary>The desk as the house's door.</summary>
public sealed partial class IncidentDesk
{
    /// <summary>By which way people come in.</summary>
    public const string ViaSignIn = "sign-in";

    private const int MostTriesAtTheDoor = 20;

    /// <summary>Lets somebody in, or turns them away; both are recorded.</summary>
    public async ValueTask<SignInAnswer> SignInAsync(Newcomer who, CancellationToken cancellation = default)
    {
        for (var attempt = 0; attempt < MostTriesAtTheDoor; attempt++)
        {
            var house = await shelf.GetAsync(IncidentId.House, cancellation);
            var account = who.AccountIn(house.People.Accounts);
            if (TurnedAway.Find(account, policies.Current.Access) is { } away) return await TurnAwayAsync(who, away, cancellation);
            var result = await AtTheDoorAsync(new SignIn(who), account.Person, cancellation);
            // Beaten to a handle, or shut out in between: the house is looked at again.
            if (result.Recorded is not [.., { Event: SignedIn } entry]) continue;
            await MeetAsync(account.Person, account.Email, cancellation);
            return new SignInAnswer.Admitted(new Session(account.Id, entry.RecordedAt));
        }
        return new SignInAnswer.Refused("Others were faster, several times in a row. Sign in once more.");
    }

    /// <summary>The person whose browser it is, as the house knows them now; null when the session is over.</summary>
    public async ValueTask<Person?> BearerAsync(Session session, CancellationToken cancellation = default)
    {
        var (people, access) = ((await shelf.PeekAsync(IncidentId.House, cancellation)).People, policies.Current.Access);
        if (people.Accounts.Find(session.Account) is not { } account || !session.Holds(account, access, clock.GetUtcNow())) return null;
        var person = people.Recognise(account.Person, access);
        return person.Right > Right.None ? person : null;
    }

    /// <summary>Signs somebody out of every browser, because they want it; what their right is does not matter.</summary>
    public async ValueTask SignOutEverywhereAsync(Person who, CancellationToken cancellation = default)
    {
        var house = await shelf.PeekAsync(IncidentId.House, cancellation);
        if (house.People.Accounts.Find(who.Id) is { } account) await AtTheDoorAsync(new EndSessions(account), who, cancellation);
    }

    private async ValueTask<SignInAnswer> TurnAwayAsync(Newcomer who, TurnedAway away, CancellationToken cancellation)
    {
        await AtTheDoorAsync(new RefuseSignIn(who, away.Because), Person.Bot, cancellation);
        return new SignInAnswer.Refused(away.Sentence);
    }

    private async ValueTask<RecordingResult> AtTheDoorAsync(Command command, Person by, CancellationToken cancellation) =>
        await recorder.DecideAsync(IncidentId.House, command, verb: null, by, ViaSignIn, key: null, await HouseAsync(cancellation), cancellation);
}
