namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about risk, value and winning back.</summary>
internal static class ChurnTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.InsightSettingsDoNotFit =>
            "These settings do not fit together. Medium has to be above high, high above churned, all between 0 and 1; "
            + "rule factors have to rise; weights lie between 0 and 1.",
        UserText.RfmThresholdsAreUnreadable =>
            "The RFM thresholds cannot be read. Leave them empty, or give four rising numbers for each measure as "
            + "shown in the description.",
        UserText.CustomerIsNotProfiled =>
            "This customer objects to profiling, so nobody may be won back by a score. Decide without it.",
        UserText.WinBackIsNotNeeded =>
            "This customer is neither churned nor at high risk today. Assess the customer first, or wait.",
        UserText.WinBackIsOpen => "A win-back of this customer is under way. Wait for its result.",
        UserText.WayIsUnknown => "Choose a task (0) or a marketing list (1).",
        UserText.OfferIsTooHigh =>
            "An offer to this customer may cost {0:N2} at most; {1:N2} is too much or below zero.",
        UserText.ListIsMissing => "Choose a marketing list. Without the app for marketing lists use a task instead.",
        UserText.CampaignIsTooLong => "The name of a campaign has at most {0} characters.",
        UserText.WinBackSubject => "Win back {0}",
        UserText.WinBackBody => "Why: {1}. An offer may cost {2:N2} at most. An order until {3:d} counts as a success.",
        UserText.WinBackTooFew =>
            "Too few customers to tell: {0:P0} of {1} treated and {2:P0} of {3} untreated ones came back.",
        UserText.WinBackNotShown =>
            "{0:P0} of {1} treated and {2:P0} of {3} untreated customers came back; the difference may be chance.",
        UserText.WinBackWorks =>
            "{0:P0} of {1} treated and {2:P0} of {3} untreated customers came back: it works.",
        UserText.WinBackHarms =>
            "{0:P0} of {1} treated and {2:P0} of {3} untreated customers came back: it does harm.",
        _ => CrossSellTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.InsightSettingsDoNotFit =>
            "Diese Einstellungen passen nicht zusammen. Mittel muss über hoch liegen, hoch über abgewandert, alle "
            + "zwischen 0 und 1; die Faktoren der Regel müssen steigen; Gewichte liegen zwischen 0 und 1.",
        UserText.RfmThresholdsAreUnreadable =>
            "Die RFM-Grenzen sind nicht lesbar. Lassen Sie sie leer oder geben Sie je Maß vier steigende Zahlen an, "
            + "wie in der Beschreibung gezeigt.",
        UserText.CustomerIsNotProfiled =>
            "Dieser Kunde hat dem Profiling widersprochen; nach einem Wert darf niemand zurückgewonnen werden. "
            + "Entscheiden Sie ohne ihn.",
        UserText.WinBackIsNotNeeded =>
            "Dieser Kunde ist heute weder abgewandert noch stark gefährdet. Bewerten Sie ihn zuerst oder warten Sie.",
        UserText.WinBackIsOpen =>
            "Eine Rückgewinnung dieses Kunden läuft bereits. Warten Sie auf ihr Ergebnis.",
        UserText.WayIsUnknown => "Wählen Sie eine Aufgabe (0) oder eine Marketingliste (1).",
        UserText.OfferIsTooHigh =>
            "Ein Angebot an diesen Kunden darf höchstens {0:N2} kosten; {1:N2} ist zu viel oder kleiner als null.",
        UserText.ListIsMissing =>
            "Wählen Sie eine Marketingliste. Ohne die App für Marketinglisten verwenden Sie eine Aufgabe.",
        UserText.CampaignIsTooLong => "Der Name einer Kampagne hat höchstens {0} Zeichen.",
        UserText.WinBackSubject => "{0} zurückgewinnen",
        UserText.WinBackBody =>
            "Warum: {1}. Ein Angebot darf höchstens {2:N2} kosten. Ein Auftrag bis {3:d} gilt als Erfolg.",
        UserText.WinBackTooFew =>
            "Zu wenige Kunden für ein Urteil: {0:P0} von {1} angesprochenen und {2:P0} von {3} nicht angesprochenen "
            + "kamen zurück.",
        UserText.WinBackNotShown =>
            "{0:P0} von {1} angesprochenen und {2:P0} von {3} nicht angesprochenen Kunden kamen zurück; der "
            + "Unterschied kann Zufall sein.",
        UserText.WinBackWorks =>
            "{0:P0} von {1} angesprochenen und {2:P0} von {3} nicht angesprochenen Kunden kamen zurück: Es wirkt.",
        UserText.WinBackHarms =>
            "{0:P0} von {1} angesprochenen und {2:P0} von {3} nicht angesprochenen Kunden kamen zurück: Es schadet.",
        _ => CrossSellTexts.InGerman(text),
    };
}
