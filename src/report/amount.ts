import { meterWords, type Meter } from '../domain/ledger.ts'

/** The same on every machine, whatever its language: `20,767`. */
export const grouped = (count: number): string => count.toLocaleString('en-US')

/** One digit behind the point where it says something: `812`, `0.4`. */
export const rounded = (count: number): string =>
  count >= 10 || Number.isInteger(count) ? grouped(Math.round(count)) : count.toFixed(1)

export const percent = (part: number, whole: number): string => (whole <= 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** Of what is metered, without its unit: dollars with cents, minutes as such. */
export const amountOf = (meter: Meter, amount: number): string => {
  if (meter === 'usdMicros') return `$${(amount / 1_000_000).toFixed(2)}`
  return grouped(meter === 'minuteMillis' ? Math.round(amount / 1000) : amount)
}

/** `calls 120 of 1,000, line 850`. */
export const useOf = ({
  meter,
  used,
  limit,
  line,
}: {
  readonly meter: Meter
  readonly used: number
  readonly limit: number
  readonly line: number
}): string => `${meterWords[meter]} ${amountOf(meter, used)} of ${amountOf(meter, limit)}, line ${amountOf(meter, line)}`
