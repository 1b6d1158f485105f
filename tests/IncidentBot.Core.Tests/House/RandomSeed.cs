using FsCheck;
using FsCheck.Fluent;

namespace IncidentBot.Core.Tests;

/// <summary>Seeds of random histories for properties: all alike, none near zero.</summary>
internal static class RandomSeed
{
    public static readonly Arbitrary<int> Any = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
