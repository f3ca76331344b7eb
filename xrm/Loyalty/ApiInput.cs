using System;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The parameters of a custom API. The platform passes an optional one that was left out as nothing, as empty or as 0.
/// </summary>
internal sealed class ApiInput
{
    public const int LongestRequestId = 200, LongestNote = 4000, LongestComment = 2000;

    private readonly ParameterCollection input;

    public ApiInput(StepRun run) => input = run.Context.InputParameters;

    /// <summary>Of a row or of a plain id; null where there is none.</summary>
    public Guid? Id(string name)
    {
        Guid id = Given(name) switch
        {
            EntityReference row => row.Id,
            Guid plain => plain,
            _ => Guid.Empty,
        };
        return id == Guid.Empty ? null : id;
    }

    public int Whole(string name) => Given(name) is int number ? number : 0;

    public decimal Amount(string name) => Given(name) is decimal number ? number : 0m;

    public bool Flag(string name) => Given(name) is true;

    public string Text(string name) => Given(name) as string ?? "";

    /// <exception cref="BusinessRuleException">Longer than a note may be.</exception>
    public string Note(string name) => Bounded(name, LongestNote);

    /// <exception cref="BusinessRuleException">Longer than a comment may be.</exception>
    public string Comment(string name) => Bounded(name, LongestComment);

    /// <exception cref="BusinessRuleException">Empty or too long.</exception>
    public string RequestId(string name)
    {
        string id = Text(name);
        bool isSound = id.Trim().Length > 0 && id.Length <= LongestRequestId;
        return isSound
            ? id
            : throw new BusinessRuleException(UserText.RequestIdIsMissingOrTooLong, LongestRequestId);
    }

    private string Bounded(string name, int longest)
    {
        string text = Text(name);
        return text.Length <= longest ? text : throw new BusinessRuleException(UserText.NoteIsTooLong, longest);
    }

    private object? Given(string name) => input.TryGetValue(name, out object? value) ? value : null;
}
