import { describe, expect, it, vi } from 'vitest';
import { call, rowParameter, textParameter, wholeParameter } from './operation.js';
import { isDenied, messageOf } from './problem.js';

interface Sent {
  getMetadata: () => { parameterTypes: Record<string, unknown>; operationName: string; boundParameter: unknown };
}

describe('the call of a custom API', () => {
  it('sends what has a value, with its type, and answers the results', async () => {
    const execute = vi.fn().mockResolvedValue({ json: () => Promise.resolve({ Balance: 60 }) });
    const xrm = { WebApi: { online: { execute } } } as unknown as Xrm.XrmStatic;

    const answer = await call<{ Balance: number }>(xrm, 'crmx_AdjustPoints', {
      Member: rowParameter('crmx_loyaltymember', '{ABC}'),
      Points: wholeParameter(50),
      Note: undefined,
      RequestId: textParameter('r'),
    });

    expect(answer.Balance).toBe(60);
    const sent = (execute.mock.calls as [[Sent]])[0][0];
    expect({ ...sent }).toEqual({
      Member: { '@odata.type': 'Microsoft.Dynamics.CRM.crmx_loyaltymember', crmx_loyaltymemberid: 'abc' },
      Points: 50,
      RequestId: 'r',
    });
    expect(sent.getMetadata().boundParameter).toBeNull();
    expect(sent.getMetadata().operationName).toBe('crmx_AdjustPoints');
    expect(sent.getMetadata().parameterTypes).toEqual({
      Member: { typeName: 'mscrm.crmx_loyaltymember', structuralProperty: 5 },
      Points: { typeName: 'Edm.Int32', structuralProperty: 1 },
      RequestId: { typeName: 'Edm.String', structuralProperty: 1 },
    });
  });
});

describe('a problem', () => {
  it('is told in the words of the server, wherever the error was made', () => {
    expect(messageOf({ message: 'Too few points.', errorCode: 2147746581 })).toBe('Too few points.');
    expect(messageOf(new Error('offline'))).toBe('offline');
    expect(messageOf('odd')).toBe('odd');
  });

  it('is a missing privilege by its code, signed or not', () => {
    expect(isDenied({ message: '', errorCode: 0x80040220 })).toBe(true);
    expect(isDenied({ message: '', errorCode: 0x80040220 | 0 })).toBe(true);
    expect(isDenied({ message: '', errorCode: 0x80040265 })).toBe(false);
    expect(isDenied(new Error('offline'))).toBe(false);
  });
});
