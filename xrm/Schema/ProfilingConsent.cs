namespace CrmExtensions.Xrm.Schema;

/// <summary>The numbers of the choice crmx_profilingconsent.</summary>
internal enum ProfilingConsent
{
    NotObjected = 0,
    Consented = 1,
    Objected = 2,
}
