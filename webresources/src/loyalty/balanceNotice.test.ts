import { beforeEach, describe, expect, it, vi } from 'vitest';
import { XrmMockGenerator } from 'xrm-mock';
import * as account from '../forms/account.js';
import * as contact from '../forms/contact.js';
import { NOTICE_ID, showBalanceNotice } from './balanceNotice.js';
import { columns } from './columns.js';

const ENGLISH: Readonly<Record<string, string>> = {
  PointsBalance: 'Loyalty balance: {0} points',
  NoPointsYet: 'No loyalty points yet',
  ExcludedFromLoyalty: 'This customer is excluded from the loyalty programme',
};

interface Notices {
  shown: { text: string; level: string }[];
}

function openForm(points: number | null, excluded: boolean, formType = 2): Notices {
  XrmMockGenerator.initialise();
  const form = XrmMockGenerator.getFormContext();
  XrmMockGenerator.Attribute.createNumber(columns.pointsBalance, points as number);
  XrmMockGenerator.Attribute.createBoolean(columns.loyaltyExcluded, excluded);

  const notices: Notices = { shown: [] };
  vi.spyOn(form.ui, 'getFormType').mockReturnValue(formType);
  vi.spyOn(form.ui, 'setFormNotification').mockImplementation((text: string, level: string, id: string) => {
    expect(id).toBe(NOTICE_ID);
    notices.shown.push({ text, level });
    return true;
  });
  vi.spyOn(form.ui, 'clearFormNotification').mockImplementation(() => {
    notices.shown = [];
    return true;
  });
  vi.spyOn(Xrm.Utility, 'getResourceString').mockImplementation((file: string, key: string) => {
    expect(file).toBe('crmx_/strings/loyalty');
    return ENGLISH[key] ?? '';
  });
  return notices;
}

function inLanguage(languageId: number): void {
  vi.spyOn(Xrm.Utility, 'getGlobalContext').mockReturnValue({
    userSettings: { languageId },
  } as Xrm.GlobalContext);
}

describe('the balance above a customer form', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
  });

  it('shows the stored balance, grouped as the user writes numbers', () => {
    const notices = openForm(12345, false);
    inLanguage(1031);

    showBalanceNotice(XrmMockGenerator.getFormContext());

    expect(notices.shown).toEqual([{ text: 'Loyalty balance: 12.345 points', level: 'INFO' }]);
  });

  it('says that nothing was earned when there is no balance, and shows a zero as zero', () => {
    const none = openForm(null, false);
    showBalanceNotice(XrmMockGenerator.getFormContext());
    expect(none.shown).toEqual([{ text: 'No loyalty points yet', level: 'INFO' }]);

    const zero = openForm(0, false);
    inLanguage(1033);
    showBalanceNotice(XrmMockGenerator.getFormContext());
    expect(zero.shown).toEqual([{ text: 'Loyalty balance: 0 points', level: 'INFO' }]);
  });

  it('warns that an excluded customer earns nothing, whatever the balance', () => {
    const notices = openForm(500, true);

    showBalanceNotice(XrmMockGenerator.getFormContext());

    expect(notices.shown).toEqual([{ text: 'This customer is excluded from the loyalty programme', level: 'WARNING' }]);
  });

  it('stays silent while a customer is being created', () => {
    const notices = openForm(null, false, 1);

    showBalanceNotice(XrmMockGenerator.getFormContext());

    expect(notices.shown).toEqual([]);
  });

  it.each([
    ['account', account.onLoad],
    ['contact', contact.onLoad],
  ])('follows the exclusion switch on the %s form without a reload', (_, onLoad) => {
    const notices = openForm(10, false);
    inLanguage(1033);
    onLoad(XrmMockGenerator.getEventContext());
    expect(notices.shown).toEqual([{ text: 'Loyalty balance: 10 points', level: 'INFO' }]);

    const form: Xrm.FormContext = XrmMockGenerator.getFormContext();
    const excluded = form.getAttribute<Xrm.Attributes.BooleanAttribute>(columns.loyaltyExcluded);
    excluded?.setValue(true);
    excluded?.fireOnChange();

    expect(notices.shown.map((notice) => notice.level)).toEqual(['WARNING']);
  });
});
