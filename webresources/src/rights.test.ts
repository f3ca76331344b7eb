import { describe, expect, it, vi } from 'vitest';
import { askOnce, RIGHTS } from './rights.js';

interface Sent {
  getMetadata: () => { operationName: string; boundParameter: string };
  entity: { entityType: string; id: string };
  PrivilegeNames: string[];
}

function clientOf(execute: ReturnType<typeof vi.fn>): Xrm.XrmStatic {
  return {
    Utility: { getGlobalContext: () => ({ userSettings: { userId: '{ABC-1}' } }) },
    WebApi: { online: { execute } },
  } as unknown as Xrm.XrmStatic;
}

function answerOf(...names: string[]): unknown {
  return { json: () => Promise.resolve({ RolePrivileges: names.map((name) => ({ PrivilegeName: name })) }) };
}

describe('the rights of the user', () => {
  it('are asked for once for all panels of a form', async () => {
    const execute = vi.fn().mockResolvedValue(answerOf('prvcreatecrmx_apipermission'));
    const ask = askOnce(clientOf(execute));

    const [rights] = await Promise.all([ask(), ask()]);
    await ask();

    expect(execute).toHaveBeenCalledOnce();
    const sent = (execute.mock.calls as [[Sent]])[0][0];
    expect(sent.getMetadata().operationName).toBe('RetrieveUserSetOfPrivilegesByNames');
    expect(sent.entity).toEqual({ entityType: 'systemuser', id: 'abc-1' });
    expect(sent.PrivilegeNames).toEqual(Object.values(RIGHTS));
    expect(rights.may('book')).toBe(true);
    expect(rights.may('supervise')).toBe(false);
  });

  it('hide nothing while they are unknown, and are asked for again', async () => {
    const execute = vi.fn().mockRejectedValueOnce(new Error('lost')).mockResolvedValue(answerOf());
    const ask = askOnce(clientOf(execute));

    expect((await ask()).may('book')).toBe(true);
    expect((await ask()).may('book')).toBe(false);
  });
});
