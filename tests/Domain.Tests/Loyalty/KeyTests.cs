using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class KeyTests
{
    private const string Ones = "11111111111111111111111111111111";
    private const string Twos = "22222222222222222222222222222222";

    [Fact]
    [Trait("Rule", "L13")]
    public void A_source_key_names_programme_member_kind_and_source()
    {
        var key = new SourceKey(Any.ProgrammeId, Any.MemberId, EntryKind.Earn, Any.UserId);

        Assert.Equal(
            "11111111111111111111111111111111-22222222222222222222222222222222-earn-33333333333333333333333333333333",
            key.ToString());
    }

    [Fact]
    public void A_source_key_survives_text_and_contains_nothing_that_breaks_access_by_key()
    {
        Arbitrary<SourceKey> keys = Gen.Elements((EntryKind[])Enum.GetValues(typeof(EntryKind)))
            .Select(kind => new SourceKey(Guid.NewGuid(), Guid.NewGuid(), kind, Guid.NewGuid())).ToArbitrary();
        Prop.ForAll(keys, key =>
        {
            string text = key.ToString();
            return SourceKey.TryParse(text, out SourceKey back)
                && back.Equals(key)
                && text.Length <= SourceKey.LongestText
                && text.All(letter => letter is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z'));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData($"{Ones}-{Twos}-earn")]
    [InlineData($"{Ones}-{Twos}-EARN-{Ones}")]
    [InlineData($"{Ones}-{Twos}-0-{Ones}")]
    [InlineData($"{Ones}-{Twos}-gift-{Ones}")]
    [InlineData($"A1111111111111111111111111111111-{Twos}-earn-{Ones}")]
    public void Text_that_no_key_would_write_is_no_source_key(string? text) =>
        Assert.False(SourceKey.TryParse(text, out _));

    [Fact]
    public void A_source_named_by_text_is_always_the_same_id()
    {
        Guid named = SourceKey.SourceNamed("ticket 4711");

        Assert.Equal(named, SourceKey.SourceNamed("ticket 4711"));
        Assert.NotEqual(named, SourceKey.SourceNamed("ticket 4712"));
        Assert.Equal(Any.UserId, SourceKey.SourceNamed(Any.UserId.ToString("B")));
    }

    [Fact]
    public void A_member_key_names_programme_and_customer() =>
        Assert.Equal(
            "11111111111111111111111111111111-22222222222222222222222222222222",
            new MemberKey(Any.ProgrammeId, Any.MemberId).ToString());

    [Fact]
    public void A_member_key_survives_text_and_nothing_else_is_one()
    {
        var key = new MemberKey(Any.ProgrammeId, Any.MemberId);

        Assert.True(MemberKey.TryParse(key.ToString(), out MemberKey back));
        Assert.Equal(key, back);
        Assert.All(
            [null, "", Ones, $"{Ones}-{Twos}-{Ones}", $"{Ones}-{Any.MemberId:D}"],
            text => Assert.False(MemberKey.TryParse(text, out _)));
    }
}
