using CrmExtensions.Cli.Solution;

namespace CrmExtensions.Cli.Tests.Solution;

/// <summary>One mistake put into our own solution each time: the check names the file and the mistake.</summary>
public sealed class CrossChecksTests
{
    private const string Manifest = "Other/Solution.xml";
    private const string Member = "Entities/crmx_LoyaltyMember/Entity.xml";
    private const string Program = "Entities/crmx_LoyaltyProgram/Entity.xml";
    private const string Account = "Entities/Account/Entity.xml";
    private const string AccountForm = "Entities/Account/FormXml/main/loyalty.xml";
    private const string MemberView = "Entities/crmx_LoyaltyMember/SavedQueries/active.xml";
    private const string QuickFind = "Entities/crmx_LoyaltyMember/SavedQueries/quickfind.xml";
    private const string Points = "Entities/Account/SavedQueries/points.xml";
    private const string ProgramParent = "Other/Relationships/crmx_LoyaltyProgram.xml";
    private const string Role = "Roles/CrmExtensions Loyalty Clerk.xml";
    private const string Script = "WebResources/crmx_/scripts/account.form.js.data.xml";
    private const string Text = "WebResources/crmx_/strings/loyalty.1031.resx.data.xml";
    private const string Choice = "OptionSets/crmx_milestone.xml";
    private const string App = "AppModules/crmx_Loyalty/AppModule.xml";
    private const string SiteMap = "AppModuleSiteMaps/crmx_Loyalty/AppModuleSiteMap.xml";
    private const string Api = "customapis/crmx_AdjustPoints/customapi.xml";
    private const string Balance =
        "customapis/crmx_AdjustPoints/customapiresponseproperties/Balance/customapiresponseproperty.xml";
    private const string Limit =
        "environmentvariabledefinitions/crmx_AdjustmentLimit/environmentvariabledefinition.xml";
    private const string Award =
        "SdkMessageProcessingSteps/AwardPointsOnOrderFulfilled.Update.salesorder.PostOperation.xml";
    private const string Bundle =
        "SdkMessageProcessingSteps/MirrorBundlePart.Update.productassociation.PostOperation.xml";
    private const string Accept =
        "SdkMessageProcessingSteps/AcceptLedgerEntry.Create.crmx_loyaltyentry.PreOperation.xml";

    [Fact]
    public void Our_solution_has_no_findings() => Assert.Empty(SolutionChecking.Check(OurSolution.Input));

    [Theory]
    [InlineData(Manifest, "<UniqueName>CrmExtensions<", "<UniqueName>Crm Extensions<", "0x8004f002")]
    [InlineData(Manifest, "<Version>1.0.0.0<", "<Version>1.0<", "0x8004f01e")]
    [InlineData(Manifest, ">crmx<", ">mscrmx<", "CustomizationPrefix")]
    [InlineData(Manifest, ">88432<", ">884<", "CustomizationOptionValuePrefix")]
    [InlineData(Manifest, "generatedBy=\"CrmLive\"", "", "lacks generatedBy")]
    [InlineData(Manifest, "description=\"Herausgeber von", "description=\"\" title=\"", "no text in 1031")]
    [InlineData(Manifest, "<RootComponent type=\"1\" schemaName=\"account\" behavior=\"2\"",
        "<RootComponent type=\"1\" schemaName=\"account\" behavior=\"7\"", "behavior '7'")]
    public void A_mistake_in_the_manifest_is_found(string path, string old, string replacement, string problem) =>
        AssertFound(path, old, replacement, problem);

    [Theory]
    [InlineData(Member, "<Name>crmx_balance<", "<Name>crmx_points<", "Write crmx_balance")]
    [InlineData(Account, "PhysicalName=\"crmx_PointsBalance\"", "PhysicalName=\"PointsBalance\"", "lacks the prefix")]
    [InlineData(Account, "<IsCustomField>1<", "<IsCustomField>0<", "belongs to its publisher")]
    [InlineData(Account, "</attributes>", "</attributes><EntitySetName>accounts</EntitySetName>", "lacks the prefix")]
    [InlineData(Member, "PrimaryName|", "", "0 primary name columns")]
    [InlineData(Member, "PhysicalName=\"OwnerId\"", "PhysicalName=\"Owner\"", "lacks the column ownerid")]
    [InlineData(Member, ">UserOwned<", ">TeamOwned<", "ownership 'TeamOwned'")]
    [InlineData(Member, "<AttributeName>crmx_memberkey<", "<AttributeName>crmx_key<", "unknown column crmx_key")]
    [InlineData(Member, ">crmx_loyaltymembers<", ">crmx_loyaltyentries<", "0x8006089b")]
    [InlineData(Program, ">crmx_milestone</OptionSetName>", ">crmx_event</OptionSetName>", "0x80048039")]
    [InlineData(Program, "Name=\"crmx_loyaltyprogram_crmx_ispaused\"", "Name=\"paused\"", "is called paused")]
    [InlineData(Program, "<AppDefaultValue>884320000<", "<AppDefaultValue>5<", "default 5")]
    [InlineData(Program, "description=\"Angehalten\"", "description=\"\"", "no text in 1031")]
    [InlineData(Choice, "884320001", "284730001", "outside the publisher's range")]
    [InlineData(Choice, "884320001", "884320000", "a value twice")]
    [InlineData(Member, "<IsSecured>0<", "<IsSecured>1<", "secured column")]
    public void A_mistake_in_a_table_is_found(string path, string old, string replacement, string problem) =>
        AssertFound(path, old, replacement, problem);

    [Theory]
    [InlineData(ProgramParent, ">crmx_ProgramId</ReferencingAttributeName>",
        ">crmx_Program</ReferencingAttributeName>", "crmx_program is not in the solution")]
    [InlineData(ProgramParent, "<CascadeDelete>Restrict<", "<CascadeDelete>RemoveLink<", "is required")]
    [InlineData(ProgramParent, "<RelationshipRoleType>1<", "<RelationshipRoleType>0<", "no role of type 1")]
    [InlineData("Other/Relationships/Contact.xml", ">crmx_CustomerId_contact<", ">crmx_CustomerId_account<",
        "navigation property of 2")]
    public void A_mistake_in_a_relationship_is_found(string path, string old, string replacement, string problem) =>
        Assert.Contains(
            OurSolution.CheckWith(path, old, replacement), finding => finding.Problem.Contains(problem));

    [Fact]
    public void A_lookup_without_relationship_is_found_at_the_column()
    {
        const string OneLine = "<EntityRelationship Name=\"crmx_loyaltyprogram_loyaltymember_ProgramId\" />";

        Assert.Contains(
            OurSolution.CheckWith("Other/Relationships.xml", OneLine, ""),
            finding => finding.Place == Member && finding.Problem.Contains("crmx_programid has no 1:N relationship"));
    }

    [Fact]
    public void A_customer_column_refers_to_accounts_and_contacts()
    {
        const string OneLine = "<EntityRelationship Name=\"crmx_loyaltymember_CustomerId_contact\" />";

        Assert.Contains(
            OurSolution.CheckWith("Other/Relationships.xml", OneLine, ""),
            finding => finding.Place == Member && finding.Problem.Contains("refers to 'account'"));
    }

    [Theory]
    [InlineData(AccountForm, "datafieldname=\"crmx_pointsbalance\"", "datafieldname=\"crmx_points\"",
        "missing column crmx_points")]
    [InlineData(AccountForm, "<Library name=\"crmx_/scripts/account", "<Library name=\"crmx_/scripts/lead",
        "lead.form.js is not in the solution")]
    [InlineData(AccountForm, "libraryName=\"crmx_/scripts/account", "libraryName=\"crmx_/scripts/x",
        "not in formLibraries")]
    [InlineData(AccountForm, "passExecutionContext=\"true\"", "passExecutionContext=\"false\"", "no execution context")]
    [InlineData(AccountForm, "FallbackForm=\"false\"", "FallbackForm=\"true\"", "fallback form of account")]
    [InlineData(AccountForm, ">crmx_loyaltymember_CustomerId_account<", ">crmx_x<", "relationship crmx_x")]
    [InlineData(AccountForm, "<ViewId>{", "<ViewId>{0", "is not in the solution")]
    [InlineData(AccountForm, "id=\"crmx_loyaltyexcluded\"", "id=\"crmx_pointsbalance\"",
        "controls called crmx_pointsbalance")]
    [InlineData(AccountForm, "description=\"Treueprogramm\" languagecode=\"1031\"",
        "description=\"Treue\" languagecode=\"1036\"", "no text in 1031")]
    [InlineData(MemberView, "<attribute name=\"crmx_balance\" />", "", "shows crmx_balance without fetching it")]
    [InlineData(MemberView, "order attribute=\"crmx_name\"", "order attribute=\"crmx_title\"",
        "unknown column crmx_title")]
    [InlineData(MemberView, "<entity name=\"crmx_loyaltymember\"", "<entity name=\"account\"", "fetches account")]
    [InlineData(MemberView, "id=\"crmx_loyaltymemberid\"", "id=\"crmx_id\"", "names 'crmx_id'")]
    [InlineData(MemberView, "<grid ", "<grid object=\"10123\" ", "object type code")]
    [InlineData(MemberView, "<isdefault>1<", "<isdefault>0<", "0 default public views", Member)]
    [InlineData(QuickFind, "<querytype>4<", "<querytype>0<", "half a quick find view")]
    [InlineData(QuickFind, "<querytype>4<", "<querytype>0<", "no view of querytype 4", Member)]
    [InlineData(Points, "<isdefault>0<", "<isdefault>1<", "replaces a view of account")]
    public void A_mistake_in_a_form_or_view_is_found(
        string path, string old, string replacement, string problem, string? place = null) =>
        AssertFound(path, old, replacement, problem, place);

    [Theory]
    [InlineData(Role, "prvReadcrmx_LoyaltyMember", "prvReadcrmx_loyaltymember", "no privilege of an own table")]
    [InlineData(Role, "prvReadcrmx_LoyaltyMember", "prvReadAccount", "no privilege of an own table")]
    [InlineData(Role, "name=\"prvReadcrmx_LoyaltyProgram\" level=\"Global\"",
        "name=\"prvReadcrmx_LoyaltyProgram\" level=\"Basic\"", "level 'Basic'")]
    [InlineData(Role, "prvReadcrmx_LoyaltyProgram", "prvAssigncrmx_LoyaltyProgram", "nobody owns rows")]
    [InlineData(Api, ">prvCreatecrmx_ApiPermission<", ">prvAppendcrmx_ApiPermission<",
        "grants prvAppendcrmx_ApiPermission")]
    [InlineData(Script, "<WebResourceType>3<", "<WebResourceType>1<", "has type 1")]
    [InlineData(Text, "<LanguageCode>1031<", "<LanguageCode>1033<", "has language 1033")]
    [InlineData(App, "type=\"62\" schemaName=\"crmx_Loyalty\"", "type=\"62\" schemaName=\"crmx_Gone\"",
        "crmx_Gone is not in the solution")]
    [InlineData(App, "<WebResourceId>", "<WebResourceId>0", "icon")]
    [InlineData(App, "{627090ff", "{727090ff", "role {727090ff")]
    [InlineData(SiteMap, "Entity=\"contact\"", "Entity=\"lead\"", "table lead is no component")]
    [InlineData(SiteMap, "crmx_sub_contacts", "crmx_sub_accounts", "is used twice")]
    [InlineData(SiteMap, "LCID=\"1031\"", "LCID=\"1036\"", "no title in 1031")]
    [InlineData(Limit, ">10000<", ">many<", "is no number")]
    [InlineData(Limit, ">100000001<", ">7<", "type '7'")]
    [InlineData(Limit, "languagecode=\"1031\"", "languagecode=\"1036\"", "no text in 1031")]
    public void A_mistake_in_a_role_web_resource_app_or_setting_is_found(
        string path, string old, string replacement, string problem, string? place = null) =>
        AssertFound(path, old, replacement, problem, place);

    [Theory]
    [InlineData(Api, ">prvCreatecrmx_ApiPermission<", ">prvCreatecrmx_Permission<", "belongs to no table")]
    [InlineData(Api, "uniquename=\"crmx_", "uniquename=\"con_", "custom API con_")]
    [InlineData(Api, "<bindingtype>0<", "<bindingtype>1<", "bound to no table")]
    [InlineData(Balance, "<type>7<", "<type>13<", "type '13'")]
    [InlineData(Balance, "<name>", "<isoptional>0</isoptional><name>", "isoptional")]
    [InlineData(Award, "<Stage>40<", "<Stage>30<", "stage 30")]
    [InlineData(Award, "<AsyncAutoDelete>0<", "<AsyncAutoDelete>1<", "AsyncAutoDelete")]
    [InlineData(Award, "<PluginTypeId>", "<PluginTypeId>0", "PluginTypeId does not belong")]
    [InlineData(Award, "<PluginTypeName>", "<PluginTypeName>X.", "is no type of the package")]
    [InlineData(Award, "<FilteringAttributes>statecode<", "<FilteringAttributes>crmx_state<", "no column crmx_state")]
    [InlineData(Bundle, "<FilteringAttributes>productid,", "<FilteringAttributes>crmx_productid,", "")]
    [InlineData(Accept, "<PrimaryEntity>crmx_loyaltyentry<", "<PrimaryEntity>crmx_entry<", "table crmx_entry")]
    public void A_mistake_in_a_derived_file_is_found(string path, string old, string replacement, string problem)
    {
        // A column of a table that is not in the solution is believed.
        if (problem.Length == 0) Assert.Empty(OurSolution.CheckWith(path, old, replacement));
        else AssertFound(path, old, replacement, problem);
    }

    [Theory]
    [InlineData(Role, "<Role id=\"{", "Role CrmExtensions Loyalty Clerk")]
    [InlineData(MemberView, "<savedqueryid>{", "View crmx_LoyaltyMember/active")]
    [InlineData(AccountForm, "<formid>{", "Form Account/main/loyalty")]
    [InlineData(AccountForm, "<tab verticallayout=\"true\" id=\"{", "Tab Account/main/loyalty/tab_loyalty")]
    [InlineData(AccountForm, "<cell id=\"{", "Cell Account/main/loyalty/tab_loyalty/section_points/name")]
    [InlineData(AccountForm, "handlerUniqueId=\"{", "Handler Account/main/loyalty/onload/CrmExtensions.Account.onLoad")]
    [InlineData(Script, "<WebResourceId>{", "WebResource crmx_/scripts/account.form.js")]
    public void An_id_that_was_typed_by_hand_is_found_with_the_command_that_computes_it(
        string path, string before, string name)
    {
        Finding finding = OurSolution.CheckWith(path, before, before + "f")
            .First(finding => finding.Problem.StartsWith("the id of"));

        Assert.Equal(path, finding.Place);
        Assert.Contains(name, finding.Problem);
        Assert.Contains("crmx solution id", finding.Remedy);
    }

    private static void AssertFound(string path, string old, string replacement, string problem, string? place = null)
    {
        List<Finding> findings = OurSolution.CheckWith(path, old, replacement);

        Assert.Contains(findings, finding =>
            finding.Place == (place ?? path) && finding.ToString().Contains(problem, StringComparison.Ordinal));
    }
}
