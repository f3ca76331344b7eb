using System;
using System.Activities;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Sdk.Tests.Surface;

namespace Sdk.Tests.Activities;

/// <summary>A workflow DLL is compiled against the real assembly and runs on the stand-in: names must meet.</summary>
public sealed class ActivitiesSurfaceTests
{
    [Fact]
    public void Every_member_of_the_stand_in_stands_identically_in_the_real_assembly()
    {
        var real = SurfaceReader.Read(Path.Combine(BuildFacts.NetFrameworkReferences, "System.Activities.dll"))
            .ToDictionary(type => type.Name, type => LinesOf(type).ToHashSet());

        var differing =
            from type in SurfaceReader.Read(typeof(Activity).Assembly.Location)
            let official = real.GetValueOrDefault(type.Name, [])
            from line in LinesOf(type)
            where !official.Contains(line)
            select type.Name + ": " + line;

        Assert.True(!differing.Any(), string.Join(Environment.NewLine, differing));
    }

    /// <summary>Kind and name beside the members; what base classes implement differs.</summary>
    private static IEnumerable<string> LinesOf(SurfaceType type) =>
        type.Members.Append(type.Declaration.Split(" : ")[0]).Select(WithoutAttributes);

    private static string WithoutAttributes(string member) => member.Split(" [")[0].TrimEnd();
}
