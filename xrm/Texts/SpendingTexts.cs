namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about redemptions.</summary>
internal static class SpendingTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.NoteIsTooLong => "A note has at most {0:N0} characters. Shorten it.",
        UserText.CustomerIsNoMember => "This customer is no active member. Enrol the customer first.",
        UserText.CustomerIsInSeveralProgrammes => "This customer is a member of several programmes. Name one of them.",
        UserText.PointsMustBePositive => "Enter a number of points above 0.",
        UserText.RewardOrDocument => "Points pay for a reward or for a document. Choose one of the two.",
        UserText.DocumentTableIsUnknown =>
            "Points pay for a quote, a salesorder or an invoice; \"{0}\" is none of them.",
        UserText.DocumentIsMissing => "This document does not exist. Choose another one.",
        UserText.DocumentIsClosed =>
            "Document {0} can no longer be changed. Use a draft quote, an active order or an open invoice.",
        UserText.DocumentIsOfAnotherCustomer =>
            "Document {0} belongs to another customer. Choose the member of that customer.",
        UserText.PointsAreNotAvailable =>
            "{0:N0} points can be spent now; {1:N0} were asked for. Some may have been spent meanwhile: load the "
            + "member again.",
        UserText.NothingIsPayable =>
            "Points may pay at most {0:N2} here, which is less than one step. Use points for a larger document.",
        UserText.TooFewPointsToRedeem => "At least {0:N0} points have to be redeemed at once. Ask for more.",
        UserText.RewardIsNotOffered => "This reward is not offered in the member's programme. Choose another one.",
        UserText.RewardIsNotValidToday => "This reward cannot be had today. Check its dates or choose another one.",
        UserText.RewardIsOutOfStock => "This reward is out of stock. Choose another one.",
        UserText.RedemptionIsMissing => "There is no such redemption or voucher code. Check what you typed.",
        UserText.ReservationHasRunOut => "The reservation has run out. Reserve the points again.",
        UserText.RedemptionWasReleased => "The points of this redemption were given back. Reserve them again.",
        UserText.RedemptionWasReversed => "This redemption was taken back. Reserve the points again.",
        UserText.VoucherWasUsed => "This voucher was redeemed before and cannot be used again.",
        UserText.RedemptionIsUsed =>
            "Document {0} was fulfilled, invoiced or paid with these points. Return its goods, or cancel the document: "
            + "then the points come back.",
        UserText.RedemptionIsDamaged =>
            "What redemption {0} took off the taxes cannot be read: somebody has changed its row. Correct the taxes of "
            + "the document by hand, empty the field \"Tax Reductions\" and try again.",
        UserText.ReversalNeedsSupervisor =>
            "This voucher or reward was used. Only a supervisor takes that back, with \"Reverse Redemption\".",
        UserText.PointsAreWorthTooLittle =>
            "{0:N0} points are worth less than the smallest amount of the document's currency. Ask for more points.",
        UserText.DocumentIsNotVisible =>
            "You have no right to see this document. Ask its owner to share it with you.",
        UserText.DocumentIsNotWritable =>
            "You may see document {0}, but not change it. Ask its owner to share it with you for changes.",
        _ => MemberTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.NoteIsTooLong => "Eine Notiz hat höchstens {0:N0} Zeichen. Kürzen Sie sie.",
        UserText.CustomerIsNoMember =>
            "Dieser Kunde ist kein aktives Mitglied. Nehmen Sie ihn zuerst in das Programm auf.",
        UserText.CustomerIsInSeveralProgrammes =>
            "Dieser Kunde ist Mitglied mehrerer Programme. Geben Sie eines davon an.",
        UserText.PointsMustBePositive => "Geben Sie eine Punktzahl über 0 ein.",
        UserText.RewardOrDocument => "Punkte bezahlen eine Prämie oder einen Beleg. Wählen Sie eines von beiden.",
        UserText.DocumentTableIsUnknown =>
            "Punkte bezahlen ein Angebot (quote), einen Auftrag (salesorder) oder eine Rechnung (invoice); "
            + "\"{0}\" ist nichts davon.",
        UserText.DocumentIsMissing => "Diesen Beleg gibt es nicht. Wählen Sie einen anderen.",
        UserText.DocumentIsClosed =>
            "Beleg {0} kann nicht mehr geändert werden. Verwenden Sie einen Angebotsentwurf, einen aktiven Auftrag "
            + "oder eine offene Rechnung.",
        UserText.DocumentIsOfAnotherCustomer =>
            "Beleg {0} gehört einem anderen Kunden. Wählen Sie dessen Mitgliedschaft.",
        UserText.PointsAreNotAvailable =>
            "Jetzt sind {0:N0} Punkte einlösbar; verlangt waren {1:N0}. Vielleicht wurden inzwischen welche "
            + "ausgegeben: Laden Sie das Mitglied neu.",
        UserText.NothingIsPayable =>
            "Punkte dürfen hier höchstens {0:N2} bezahlen, weniger als einen Einlöseschritt. Verwenden Sie sie für "
            + "einen größeren Beleg.",
        UserText.TooFewPointsToRedeem =>
            "Mindestens {0:N0} Punkte müssen auf einmal eingelöst werden. Verlangen Sie mehr.",
        UserText.RewardIsNotOffered =>
            "Diese Prämie gibt es im Programm des Mitglieds nicht. Wählen Sie eine andere.",
        UserText.RewardIsNotValidToday =>
            "Diese Prämie ist heute nicht zu haben. Prüfen Sie ihre Daten oder wählen Sie eine andere.",
        UserText.RewardIsOutOfStock => "Diese Prämie ist vergriffen. Wählen Sie eine andere.",
        UserText.RedemptionIsMissing =>
            "Diese Einlösung oder diesen Gutscheincode gibt es nicht. Prüfen Sie Ihre Eingabe.",
        UserText.ReservationHasRunOut => "Die Reservierung ist abgelaufen. Reservieren Sie die Punkte neu.",
        UserText.RedemptionWasReleased =>
            "Die Punkte dieser Einlösung wurden zurückgegeben. Reservieren Sie sie neu.",
        UserText.RedemptionWasReversed =>
            "Diese Einlösung wurde rückgängig gemacht. Reservieren Sie die Punkte neu.",
        UserText.VoucherWasUsed =>
            "Dieser Gutschein wurde schon eingelöst und kann nicht noch einmal verwendet werden.",
        UserText.RedemptionIsUsed =>
            "Beleg {0} wurde mit diesen Punkten erfüllt, fakturiert oder bezahlt. Nehmen Sie die Ware zurück oder "
            + "stornieren Sie den Beleg: Dann kommen die Punkte zurück.",
        UserText.RedemptionIsDamaged =>
            "Was die Einlösung {0} von den Steuern abgezogen hat, ist nicht lesbar: Jemand hat ihre Zeile geändert. "
            + "Berichtigen Sie die Steuern des Belegs von Hand, leeren Sie das Feld „Steuerkürzungen“ und versuchen "
            + "Sie es noch einmal.",
        UserText.ReversalNeedsSupervisor =>
            "Dieser Gutschein oder diese Prämie wurde verbraucht. Rückgängig macht das nur eine vorgesetzte Person, "
            + "mit \"Einlösung rückgängig machen\".",
        UserText.PointsAreWorthTooLittle =>
            "{0:N0} Punkte sind weniger wert als der kleinste Betrag der Belegwährung. Verlangen Sie mehr Punkte.",
        UserText.DocumentIsNotVisible =>
            "Sie dürfen diesen Beleg nicht sehen. Bitten Sie seinen Besitzer, ihn für Sie freizugeben.",
        UserText.DocumentIsNotWritable =>
            "Sie dürfen Beleg {0} sehen, aber nicht ändern. Bitten Sie seinen Besitzer, ihn Ihnen zum Ändern "
            + "freizugeben.",
        _ => MemberTexts.InGerman(text),
    };
}
