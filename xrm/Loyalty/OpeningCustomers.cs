using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The customers of an import and their members; who is no member yet becomes one.</summary>
internal sealed class OpeningCustomers
{
    private readonly StepRun run;
    private readonly Guid programmeId;
    private readonly Dictionary<Guid, Guid> members = new();
    private readonly Dictionary<Guid, CustomerProfile> profiles = new();

    public OpeningCustomers(StepRun run, Guid programmeId)
    {
        this.run = run;
        this.programmeId = programmeId;
    }

    /// <summary>At most as many as a file's own problems.</summary>
    public IReadOnlyList<OpeningProblem> Check(IEnumerable<OpeningRow> rows)
    {
        var problems = new List<OpeningProblem>();
        foreach (OpeningRow row in rows)
        {
            if (problems.Count == OpeningFileParser.MostProblems) break;
            if (FaultOf(row) is { } fault) problems.Add(new OpeningProblem(row.Line, fault));
        }

        return problems;
    }

    public void EnrolAll(IEnumerable<OpeningRow> rows)
    {
        var enroller = new CustomerEnroller(run.System);
        foreach (Guid customer in MemberFinder.InOrder(rows.Select(row => row.CustomerId)))
        {
            if (!members.ContainsKey(customer))
                members[customer] = enroller.Enrol(programmeId, profiles[customer].Customer, run.Now).Id;
        }
    }

    public Guid MemberOf(OpeningRow row) => members[row.CustomerId];

    private OpeningFault? FaultOf(OpeningRow row)
    {
        if (!profiles.TryGetValue(row.CustomerId, out CustomerProfile? profile))
        {
            string table = row.IsContact ? Customer.ContactTable : Customer.AccountTable;
            profile = new CustomerReader(run.System).Find(new EntityReference(table, row.CustomerId));
            if (profile is null) return OpeningFault.CustomerMustExist;
            profiles[row.CustomerId] = profile;
        }

        if (profile.IsExcluded) return OpeningFault.CustomerMustNotBeExcluded;
        Membership[] here = profile.Memberships.Where(one => one.ProgrammeId == programmeId).ToArray();
        if (here.Length == 0) return null;
        if (here.FirstOrDefault(one => one.IsActive) is not { } member) return OpeningFault.MemberMustBeActive;
        members[row.CustomerId] = member.Id;
        return null;
    }
}
