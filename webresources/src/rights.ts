/** Whoever holds these may call what a panel offers; a privilege of a table of ours each, or of a document. */
export const RIGHTS = {
  book: 'prvCreatecrmx_ApiPermission',
  supervise: 'prvWritecrmx_ApiPermission',
  administer: 'prvDeletecrmx_ApiPermission',
  seeMembers: 'prvReadcrmx_LoyaltyMember',
  seeRisk: 'prvReadcrmx_CustomerInsight',
  seeOffers: 'prvReadcrmx_Recommendation',
  decideOffers: 'prvAppendTocrmx_Recommendation',
  writeOpportunity: 'prvWriteOpportunity',
  writeQuote: 'prvWriteQuote',
  writeOrder: 'prvWriteOrder',
} as const;

export type Right = keyof typeof RIGHTS;

/** What the user may do. Unknown rights count as held: the server refuses what it has to. */
export interface Rights {
  may(right: Right): boolean;
}

export const UNKNOWN_RIGHTS: Rights = { may: () => true };

/** Asks once for all panels of a form; handed over with the client API. */
export type AskRights = () => Promise<Rights>;

interface Answer {
  readonly RolePrivileges: readonly { readonly PrivilegeName: string }[];
}

const FUNCTION = 1;
const COLLECTION = 4;
const ENTITY = 5;

/** A function that asks the server the first time only; a failure is asked again, and meanwhile nothing is hidden. */
export function askOnce(xrm: Xrm.XrmStatic): AskRights {
  let asked: Promise<Rights> | undefined;
  return () => {
    asked ??= askServer(xrm).catch(() => {
      asked = undefined;
      return UNKNOWN_RIGHTS;
    });
    return asked;
  };
}

/** By roles of the user and of its teams, in one request. */
async function askServer(xrm: Xrm.XrmStatic): Promise<Rights> {
  const metadata = {
    boundParameter: 'entity',
    operationType: FUNCTION,
    operationName: 'RetrieveUserSetOfPrivilegesByNames',
    parameterTypes: {
      entity: { typeName: 'mscrm.systemuser', structuralProperty: ENTITY },
      PrivilegeNames: { typeName: 'Collection(Edm.String)', structuralProperty: COLLECTION },
    },
  };
  const operation: object = Object.create({ getMetadata: () => metadata }) as object;
  Object.assign(operation, {
    entity: {
      entityType: 'systemuser',
      id: xrm.Utility.getGlobalContext().userSettings.userId.replace(/[{}]/g, '').toLowerCase(),
    },
    PrivilegeNames: Object.values(RIGHTS),
  });
  const response = await xrm.WebApi.online.execute(operation);
  const answer = await response.json() as Answer;
  // Names of privileges are compared without case, as the platform does.
  const held = new Set(answer.RolePrivileges.map((privilege) => privilege.PrivilegeName.toLowerCase()));
  return { may: (right) => held.has(RIGHTS[right].toLowerCase()) };
}
