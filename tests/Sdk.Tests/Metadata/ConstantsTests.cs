using System.Linq;
using Microsoft.Xrm.Sdk.Metadata;

namespace Sdk.Tests.Metadata;

public sealed class ConstantsTests
{
    [Fact]
    public void A_constant_equals_its_name_in_any_case()
    {
        DateTimeBehavior read = "useRLocal";

        Assert.True(read == DateTimeBehavior.UserLocal);
        Assert.True(DateTimeBehavior.UserLocal.Equals("USERLOCAL"));
        Assert.False(DateTimeBehavior.DateOnly == DateTimeBehavior.UserLocal);
    }

    [Fact]
    public void A_constant_may_hold_a_name_that_no_list_has()
    {
        StringFormatName unheardOf = "Smell";

        Assert.Equal("Smell", unheardOf.Value);
    }

    [Fact]
    public void A_null_constant_equals_only_null()
    {
        MemoFormatName? none = null;

        Assert.True(none! == null!);
        Assert.True(MemoFormatName.Text != none!);
    }

    [Fact]
    public void Every_constant_carries_its_own_name()
    {
        string[] misnamed = [.. typeof(AttributeTypeDisplayName).GetFields()
            .Where(field => ((AttributeTypeDisplayName)field.GetValue(null)!).Value != field.Name)
            .Select(field => field.Name)];

        Assert.Empty(misnamed);
    }
}
