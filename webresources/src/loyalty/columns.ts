/** Columns of account and contact that the loyalty scripts read: the same names as in the solution's tables. */
export const columns = {
  pointsBalance: 'crmx_pointsbalance',
  loyaltyExcluded: 'crmx_loyaltyexcluded',
} as const;
