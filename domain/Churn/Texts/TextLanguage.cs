namespace CrmExtensions.Domain.Churn;

/// <summary>Languages that texts exist in; every other reader gets English.</summary>
public enum TextLanguage
{
    English = 0,
    German = 1,
}
