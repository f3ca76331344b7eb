using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Moving;

public sealed class PendingMoveTests
{
    [Fact]
    public void A_correction_and_a_transfer_are_read_as_they_were_written()
    {
        var correction = new PendingMove
        {
            MemberId = Guid.NewGuid(),
            Points = -5,
            Reason = AdjustmentReason.Other,
            Source = Guid.NewGuid(),
            Note = "said \"sorry\", ä",
        };
        PendingMove transfer = correction with { ToMemberId = Guid.NewGuid(), Reason = null, Note = "", Points = 7 };

        Assert.Equal(correction, PendingMove.Parse(correction.ToJson()));
        Assert.Equal(transfer, PendingMove.Parse(transfer.ToJson()));
        Assert.Equal(64, correction.NoteHash.Length);
        Assert.Equal("", transfer.NoteHash);
    }

    [Fact]
    public void Anything_else_is_not_read()
    {
        string text = new PendingMove { MemberId = Guid.NewGuid(), Points = 1, Source = Guid.NewGuid() }.ToJson();

        Assert.Null(PendingMove.Parse(null));
        Assert.Null(PendingMove.Parse(""));
        Assert.Null(PendingMove.Parse(text + " "));
        Assert.Null(PendingMove.Parse(text.Replace(":1,\"s", ":01,\"s")));
    }
}
