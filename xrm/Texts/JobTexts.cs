namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about scheduled work, expiry and tiers.</summary>
internal static class JobTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.JobIsUnknown => "There is no job \"{0}\". Use the key of one of the jobs in the list of jobs.",
        UserText.ProgrammeIsMissing => "This loyalty programme does not exist. Choose another one.",
        UserText.ExpiryReminderSubject => "{0:N0} points end on {1:d}",
        UserText.ExpiryReminderBody => "{0:N0} points of {2} are valid through {1:d}. Tell the customer in time.",
        UserText.TierNoticeSubject => "Tier changed from {0} to {1}",
        UserText.TierNoticeBody => "In {2} the tier fell from {0} to {1}. The log of tiers names the reason.",
        _ => ChurnTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.JobIsUnknown =>
            "Eine Arbeit \"{0}\" gibt es nicht. Verwenden Sie den Schlüssel einer Arbeit aus der Liste.",
        UserText.ProgrammeIsMissing => "Dieses Treueprogramm gibt es nicht. Wählen Sie ein anderes.",
        UserText.ExpiryReminderSubject => "{0:N0} Punkte verfallen nach dem {1:d}",
        UserText.ExpiryReminderBody =>
            "{0:N0} Punkte aus {2} gelten bis einschließlich {1:d}. Informieren Sie den Kunden rechtzeitig.",
        UserText.TierNoticeSubject => "Stufe geändert von {0} auf {1}",
        UserText.TierNoticeBody => "In {2} sank die Stufe von {0} auf {1}. Das Protokoll der Stufen nennt den Grund.",
        _ => ChurnTexts.InGerman(text),
    };
}
