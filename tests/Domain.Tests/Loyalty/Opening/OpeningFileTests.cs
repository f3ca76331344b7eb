using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Opening;

public sealed class OpeningFileTests
{
    private const string Customer = "0f1e2d3c-0000-0000-0000-000000000001";
    private static readonly Day Today = new(2026, 3, 1);

    [Fact]
    [Trait("Rule", "L58")]
    public void Lines_become_lots_with_their_dates_in_any_order_of_columns()
    {
        OpeningFileParser file = OpeningFileParser.Read(
            "Points;CustomerId;EarnedOn;ExpiresOn;CustomerType\r\n"
            + $"120;{Customer};2025-01-31;2026-12-31;contact\r\n7;{Customer};2026-03-01;;\r\n\r\n",
            Today);

        Assert.Empty(file.Problems);
        Assert.Equal(
            new OpeningRow
            {
                Line = 2,
                CustomerId = Guid.Parse(Customer),
                IsContact = true,
                Points = 120,
                EarnedOn = new Day(2025, 1, 31),
                ExpiresOn = new Day(2026, 12, 31),
            },
            file.Rows[0]);
        Assert.Null(file.Rows[1].ExpiresOn);
    }

    [Theory]
    [InlineData("", 1, OpeningFault.HeaderMustNameKnownColumns)]
    [InlineData("customerid,points", 1, OpeningFault.HeaderMustNameKnownColumns)]
    [InlineData("customerid,points,earnedon,colour", 1, OpeningFault.HeaderMustNameKnownColumns)]
    [InlineData("customerid,points,earnedon,points", 1, OpeningFault.HeaderMustNameKnownColumns)]
    [InlineData("customerid,points,earnedon", 1, OpeningFault.FileMustHaveRows)]
    [InlineData("H\nC,1", 2, OpeningFault.LineMustHaveAsManyValuesAsTheHeader)]
    [InlineData("H\nsomebody,1,2026-01-01,,,", 2, OpeningFault.CustomerMustBeAnId)]
    [InlineData("H\nC,1,2026-01-01,,,lead", 2, OpeningFault.CustomerTypeMustBeAccountOrContact)]
    [InlineData("H\nC,0,2026-01-01,,,", 2, OpeningFault.PointsMustBeAWholeNumberAbove0)]
    [InlineData("H\nC,1.5,2026-01-01,,,", 2, OpeningFault.PointsMustBeAWholeNumberAbove0)]
    [InlineData("H\nC,1,2026-03-02,,,", 2, OpeningFault.EarnedOnMustBeADayNotInTheFuture)]
    [InlineData("H\nC,1,01.01.2026,,,", 2, OpeningFault.EarnedOnMustBeADayNotInTheFuture)]
    [InlineData("H\nC,1,2026-01-02,2026-01-01,,", 2, OpeningFault.ExpiresOnMustBeADayFromEarnedOn)]
    [InlineData("H\nC,1,2026-01-02,,soon,", 2, OpeningFault.AvailableFromMustBeADay)]
    public void Each_fault_is_named_with_its_line(string text, int line, OpeningFault fault)
    {
        string full = text.Replace("H\n", "customerid,points,earnedon,expireson,availablefrom,customertype\n")
            .Replace("\nC,", "\n" + Customer + ",");

        OpeningProblem problem = Assert.Single(OpeningFileParser.Read(full, Today).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Equal(fault, problem.Fault);
    }

    [Fact]
    public void A_file_is_bounded_and_so_is_the_list_of_problems()
    {
        string many = "customerid,points,earnedon\n" + string.Join("\n", Enumerable.Repeat("x,1,2026-01-01", 200));

        Assert.Equal(OpeningFileParser.MostProblems, OpeningFileParser.Read(many, Today).Problems.Count);
        Assert.Equal(
            OpeningFault.FileMustHaveAtMost200Rows,
            Assert.Single(OpeningFileParser.Read(many + "\nx,1,2026-01-01", Today).Problems).Fault);
    }
}
