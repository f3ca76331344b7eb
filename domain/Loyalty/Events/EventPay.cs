using System;
using System.Globalization;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What an event pays, and what makes it happen once.</summary>
public static class EventPay
{
    /// <summary>Points by the programme's settings; 0 where the event is switched off.</summary>
    public static int PointsOf(BonusSettings settings, BonusEvent occasion) => occasion switch
    {
        BonusEvent.Survey => settings.Survey,
        BonusEvent.Review => settings.Review,
        BonusEvent.Welcome => settings.Welcome,
        BonusEvent.Birthday => settings.Birthday,
        BonusEvent.Anniversary => settings.Anniversary,
        BonusEvent.Referrer => settings.Referrer,
        BonusEvent.Referee => settings.Referee,
        _ => 0,
    };

    /// <summary>A member is welcomed once, however often it leaves and comes back.</summary>
    public static Guid WelcomeSource(Guid memberId) => SourceKey.SourceNamed("welcome " + memberId.ToString("N"));

    /// <summary>Answering surveys pays once in a calendar month.</summary>
    public static Guid SurveySource(Guid memberId, Day answeredOn) => SourceKey.SourceNamed(
        "survey " + memberId.ToString("N") + " " + answeredOn.MonthNumber.ToString(CultureInfo.InvariantCulture));

    /// <summary>A review pays once for what it is about: an order, otherwise the review itself.</summary>
    public static Guid ReviewSource(Guid memberId, string subject) =>
        SourceKey.SourceNamed("review " + memberId.ToString("N") + " " + subject);
}
