/** The language files: crmx_/strings/loyalty.1033.resx and its siblings. The platform picks the user's language. */
const RESOURCE = 'crmx_/strings/loyalty';

export type TextKey = 'PointsBalance' | 'NoPointsYet' | 'ExcludedFromLoyalty';

/** The text in the user's language, with {0} replaced by `value`. */
export function text(key: TextKey, value = ''): string {
  return Xrm.Utility.getResourceString(RESOURCE, key).replace('{0}', value);
}
