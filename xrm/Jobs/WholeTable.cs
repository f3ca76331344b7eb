using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Work that is one item: it reads what it needs itself.</summary>
internal sealed class WholeTable : IJobWork
{
    private const string Done = "done";

    private readonly IOrganizationService service;

    public WholeTable(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope) =>
        cursor == Done ? Array.Empty<JobSubject>() : new[] { new JobSubject(Guid.Empty, Done) };

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);
}
