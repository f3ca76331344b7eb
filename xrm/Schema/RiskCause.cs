namespace CrmExtensions.Xrm.Schema;

/// <summary>What led to an assessment: the numbers of the choice crmx_riskcause.</summary>
internal enum RiskCause
{
    Order = 0,
    Time = 1,
    Model = 2,
    Signal = 3,
    Objection = 4,
    Person = 5,
}
