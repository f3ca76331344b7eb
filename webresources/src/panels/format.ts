const GERMAN = 1031;

/** Numbers and days as the reader writes them. */
export class Format {
  private readonly locale: string;

  constructor(languageId: number) {
    this.locale = languageId === GERMAN ? 'de-DE' : 'en-US';
  }

  /** For the `lang` attribute of the page. */
  get language(): string {
    return this.locale.slice(0, 2);
  }

  whole(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** Points that are added or taken away: the sign is always there. */
  signed(value: number): string {
    return new Intl.NumberFormat(this.locale, { signDisplay: 'exceptZero' }).format(value);
  }

  /** Amounts have no currency here: the programme's is meant. */
  amount(value: number): string {
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  }

  /** At most five decimals, as quantities have. */
  quantity(value: number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 5 }).format(value);
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  }

  /** A day without time, `2026-03-14`: it is the same day everywhere. */
  day(iso: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' })
      .format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
  }

  /** A moment, in the time zone of the browser. */
  moment(iso: string): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  }
}
