using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Balances from an old system, lot by lot: all of a file or nothing, once per request, and reversible as a whole.
/// </summary>
internal sealed class OpeningImport
{
    private readonly StepRun run;
    private readonly ImportBatchStore batches;

    public OpeningImport(StepRun run)
    {
        this.run = run;
        batches = new ImportBatchStore(run.System);
    }

    /// <param name="programmeId">Of a running programme.</param>
    /// <param name="text">See <see cref="OpeningFileParser"/>.</param>
    /// <param name="requestId">The same request with the same text changes nothing; after a reversal it imports
    /// again.</param>
    public ImportBatchRow Import(Guid? programmeId, string text, string requestId)
    {
        RunningProgramme programme = new ProgrammeFinder(run.System).Running(programmeId);
        string checksum = OpeningChecksum.Of(text);
        IReadOnlyList<ImportBatchRow> past = batches.OfRequest(programme.Settings.Id, requestId);
        if (past.FirstOrDefault(row => row.State == ImportBatchStore.Posted) is { } posted)
        {
            return posted.Checksum == checksum
                ? posted
                : throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
        }

        OpeningFileParser file = OpeningFileParser.Read(text, programme.Today(run.Now));
        RefuseIf(file.Problems);
        var customers = new OpeningCustomers(run, programme.Settings.Id);
        RefuseIf(customers.Check(file.Rows));
        var batch = new ImportBatchRow
        {
            Id = SourceKey.SourceNamed(programme.Settings.Id.ToString("N") + requestId + "#" + past.Count),
            Name = requestId,
            ProgramId = new EntityReference(LoyaltyProgram.Table, programme.Settings.Id),
            Rows = file.Rows.Count,
            Points = checked(file.Rows.Sum(row => row.Points)),
            State = ImportBatchStore.Posted,
            Checksum = checksum,
        };
        batches.Create(batch);
        Post(file.Rows, customers, batch.Id);
        return batch;
    }

    /// <summary>Own lots first; what was spent meanwhile becomes a debt.</summary>
    public ImportBatchRow Reverse(Guid batchId)
    {
        ImportBatchRow batch = batches.Find(batchId) ?? throw new BusinessRuleException(UserText.ImportBatchIsMissing);
        if (batch.State == ImportBatchStore.Reversed) return batch;
        IReadOnlyList<LoyaltyEntry> entries = batches.EntriesOf(batchId);
        Dictionary<Guid, MemberWork> members = MemberWork
            .OpenAll(run, entries.Select(entry => entry.MemberId.Id), OpeningApis.ReverseImport.Name)
            .ToDictionary(member => member.Id);
        foreach (LoyaltyEntry entry in entries)
        {
            EntryDraft opened = EntryRows.WholeOf(entry).Draft;
            MemberWork member = members[opened.Key.MemberId];
            EntryDraft draft = member.Draft(
                EntryKind.OpeningReversal, opened.Key.SourceId, -opened.Points) with
            {
                EarnedOn = opened.EarnedOn,
                AvailableFrom = opened.AvailableFrom,
                ExpiresOn = opened.ExpiresOn,
                ReversesId = entry.Id,
                ImportBatchId = batchId,
            };
            member.Post(draft, EntryKind.OpeningReversal.ToString());
        }

        batches.MarkReversed(batch);
        return batch;
    }

    private void Post(IReadOnlyList<OpeningRow> rows, OpeningCustomers customers, Guid batchId)
    {
        customers.EnrolAll(rows);
        Dictionary<Guid, MemberWork> members = MemberWork
            .OpenAll(run, rows.Select(customers.MemberOf), OpeningApis.ImportOpeningBalances.Name)
            .ToDictionary(member => member.Id);
        foreach (OpeningRow row in rows)
        {
            MemberWork member = members[customers.MemberOf(row)].RequireActive();
            Guid source = SourceKey.SourceNamed(batchId.ToString("N") + " " + row.Line);
            Day? end = row.ExpiresOn ?? ExpiryPolicy.EndOf(member.Settings.Expiry, row.EarnedOn);
            EntryDraft draft = member.Draft(EntryKind.Opening, source, row.Points) with
            {
                EarnedOn = row.EarnedOn,
                AvailableFrom = row.AvailableFrom,
                ExpiresOn = end,
                ImportBatchId = batchId,
            };
            member.Post(draft, EntryKind.Opening.ToString());
        }
    }

    private static void RefuseIf(IReadOnlyList<OpeningProblem> problems)
    {
        if (problems.Count > 0)
            throw new BusinessRuleException(UserText.ImportHasFaults, new OpeningProblems(problems));
    }
}
