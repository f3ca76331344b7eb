using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Security;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// The rows without which no environment works: organisation, business unit, users, team, base currency.
/// </summary>
internal static class SampleOrganization
{
    /// <summary>A file keeps the id that it was created with: its root business unit remembers it.</summary>
    public static Identity IdentityOf(LocalDataverseOptions options, Database database)
    {
        Guid id = options.OrganizationId ?? Guid.NewGuid();
        Identity identity = new() { OrganizationId = id };
        using Session session = database.OpenSession();
        Table units = database.Catalog.Get("businessunit");
        Entity? root = session.Find(units, identity.BusinessUnitId, new ColumnSet("organizationid"));
        return root?.GetAttributeValue<EntityReference>("organizationid") is EntityReference known
            ? new Identity { OrganizationId = known.Id }
            : identity;
    }

    /// <summary>Does nothing when the rows are there.</summary>
    public static void Seed(Engine engine)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            Table users = engine.Tables.Get("systemuser");
            unit.Begin();
            if (!unit.Session.Exists(users, engine.Identity.AdministratorId))
            {
                foreach (Entity row in Rows(engine).Concat(StandardRoleRows.Of(engine.Identity, engine.Tables)))
                {
                    Insert(engine, unit.Session, row);
                }
            }

            unit.Commit();
        }
        catch (Exception)
        {
            unit.Rollback();
            throw;
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    private static IEnumerable<Entity> Rows(Engine engine)
    {
        Identity identity = engine.Identity;
        EntityReference organization = new("organization", identity.OrganizationId);
        EntityReference unit = new("businessunit", identity.BusinessUnitId);
        EntityReference currency = new("transactioncurrency", identity.BaseCurrencyId);
        yield return Currency(engine);
        yield return new Entity("organization", identity.OrganizationId)
        {
            ["name"] = engine.Options.OrganizationName,
            ["basecurrencyid"] = currency,
            ["languagecode"] = engine.Options.Languages[0],
        };
        yield return new Entity("businessunit", identity.BusinessUnitId)
        {
            ["name"] = engine.Options.OrganizationName,
            ["organizationid"] = organization,
            ["transactioncurrencyid"] = currency,
            ["isdisabled"] = false,
        };
        yield return User(identity.AdministratorId, "System Administrator", "administrator", identity);
        yield return NewUserRule.SettingsOf(identity.AdministratorId, engine.Options.Languages[0]);
        yield return User(identity.SystemUserId, "SYSTEM", "SYSTEM", identity);
        yield return DefaultTeam(identity, unit, engine.Options.OrganizationName);
        foreach (TimeZoneCode zone in TimeZoneCode.All)
        {
            yield return new Entity("timezonedefinition", NameId.Of("timezonedefinition", zone.StandardName))
            {
                ["timezonecode"] = zone.Number,
                ["standardname"] = zone.StandardName,
                ["userinterfacename"] = zone.DisplayName,
                ["bias"] = -(int)zone.Zone.BaseUtcOffset.TotalMinutes,
                ["retiredorder"] = 0,
            };
        }
    }

    private static Entity DefaultTeam(Identity identity, EntityReference unit, string name) =>
        new("team", identity.TeamId)
        {
            ["name"] = name,
            ["businessunitid"] = unit,
            ["administratorid"] = new EntityReference("systemuser", identity.AdministratorId),
            ["teamtype"] = new OptionSetValue(0),
            ["isdefault"] = true,
        };

    private static Entity User(Guid id, string name, string logon, Identity identity) => new("systemuser", id)
    {
        ["fullname"] = name,
        ["lastname"] = name,
        ["domainname"] = logon,
        ["businessunitid"] = new EntityReference("businessunit", identity.BusinessUnitId),
        ["organizationid"] = new EntityReference("organization", identity.OrganizationId),
        ["isdisabled"] = false,
    };

    private static Entity Currency(Engine engine)
    {
        string code = engine.Options.BaseCurrency;
        return new Entity("transactioncurrency", engine.Identity.BaseCurrencyId)
        {
            ["currencyname"] = code,
            ["isocurrencycode"] = code,
            ["currencysymbol"] = SymbolOf(code),
            ["currencyprecision"] = 2,
            ["exchangerate"] = 1m,
        };
    }

    /// <summary>The sign of the currencies that have one of their own; the code for the others.</summary>
    private static string SymbolOf(string code) => code switch
    {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        _ => code,
    };

    /// <summary>The platform tables are described with just the columns in use; others are left out.</summary>
    private static void Insert(Engine engine, Session session, Entity row)
    {
        Table table = engine.Tables.Get(row.LogicalName);
        Entity stored = new(row.LogicalName, row.Id) { [table.PrimaryId] = row.Id };
        DateTime now = engine.Now();
        row["createdon"] = now;
        row["modifiedon"] = now;
        row["statecode"] = new OptionSetValue(0);
        row["statuscode"] = new OptionSetValue(1);
        foreach (KeyValuePair<string, object> value in row.Attributes)
        {
            if (table.Find(value.Key) is not null)
            {
                stored[value.Key] = value.Value;
            }
        }

        session.Insert(table, stored);
    }
}
