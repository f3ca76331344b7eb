using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Active members whose birthday or anniversary of joining came since the last complete run; a day more on both sides,
/// because the item decides by the programme's day and pays once a year anyway.
/// </summary>
internal sealed class MembersWithOccasions : IJobWork
{
    private const string Person = "person", Programme = "programme";

    private readonly IOrganizationService service;

    public MembersWithOccasions(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.Members();

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MemberPages.Active(cursor, scope);
        query.ColumnSet.AddColumn(LoyaltyMember.Columns.JoinedOn);
        LinkEntity person = query.AddLink(
            Customer.ContactTable,
            LoyaltyMember.Columns.CustomerId,
            Customer.IdColumn(Customer.ContactTable),
            JoinOperator.LeftOuter);
        person.EntityAlias = Person;
        person.Columns = new ColumnSet(Customer.BirthDateOfContact);
        LinkEntity programme = query.AddLink(
            LoyaltyProgram.Table, LoyaltyMember.Columns.ProgramId, LoyaltyProgram.Columns.Id);
        programme.EntityAlias = Programme;
        programme.Columns = new ColumnSet(
            LoyaltyProgram.Columns.BirthdayPoints, LoyaltyProgram.Columns.AnniversaryPoints);
        return MemberPages.Key.Subjects(service.RetrieveMultiple(query).Entities, row => IsDue(row, scope));
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);

    private static bool IsDue(Entity row, SliceScope scope)
    {
        bool birthdayPays = row.Linked<int>(Programme, LoyaltyProgram.Columns.BirthdayPoints) > 0;
        bool anniversaryPays = row.Linked<int>(Programme, LoyaltyProgram.Columns.AnniversaryPoints) > 0;
        return (birthdayPays && IsDue(row.Linked<DateTime?>(Person, Customer.BirthDateOfContact), scope))
            || (anniversaryPays && IsDue(row.Moment(LoyaltyMember.Columns.JoinedOn), scope));
    }

    private static bool IsDue(DateTime? date, SliceScope scope)
    {
        if (date is not { } first) return false;
        Day since = OccasionDays.Since(scope.Since, scope.Now).AddDays(-1);
        return Occasions.Due(Day.Of(first), since, scope.LatestToday) is not null
            || Occasions.Due(Day.Of(first).AddDays(1), since, scope.LatestToday) is not null;
    }
}
