using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class EventPayTests
{
    [Fact]
    public void Each_event_pays_by_its_own_setting_and_a_promotion_by_what_the_caller_names()
    {
        var settings = new BonusSettings
        {
            Birthday = 1, Anniversary = 2, Welcome = 3, Survey = 4, Review = 5, Referrer = 6, Referee = 7,
        };

        Assert.Equal(0, EventPay.PointsOf(settings, BonusEvent.Promotion));
        Assert.Equal(1, EventPay.PointsOf(settings, BonusEvent.Birthday));
        Assert.Equal(2, EventPay.PointsOf(settings, BonusEvent.Anniversary));
        Assert.Equal(3, EventPay.PointsOf(settings, BonusEvent.Welcome));
        Assert.Equal(4, EventPay.PointsOf(settings, BonusEvent.Survey));
        Assert.Equal(5, EventPay.PointsOf(settings, BonusEvent.Review));
        Assert.Equal(6, EventPay.PointsOf(settings, BonusEvent.Referrer));
        Assert.Equal(7, EventPay.PointsOf(settings, BonusEvent.Referee));
    }

    [Fact]
    public void A_survey_pays_once_in_a_month_and_a_review_once_for_its_subject()
    {
        Guid member = Guid.NewGuid();

        Assert.Equal(
            EventPay.SurveySource(member, new Day(2026, 3, 1)), EventPay.SurveySource(member, new Day(2026, 3, 31)));
        Assert.NotEqual(
            EventPay.SurveySource(member, new Day(2026, 3, 1)), EventPay.SurveySource(member, new Day(2026, 4, 1)));
        Assert.Equal(EventPay.ReviewSource(member, "a"), EventPay.ReviewSource(member, "a"));
        Assert.NotEqual(EventPay.ReviewSource(member, "a"), EventPay.ReviewSource(member, "b"));
        Assert.NotEqual(EventPay.WelcomeSource(member), EventPay.WelcomeSource(Guid.NewGuid()));
    }
}
