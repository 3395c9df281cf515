import type { Draws } from './draws.ts'

/** Hosts of the invented pages, all below `rehearsal.example`, which cannot exist (RFC 2606). */
export const hosts = [
  'primer',
  'desk',
  'archive',
  'lab',
  'review',
  'notes',
  'handbook',
  'journal',
  'almanac',
  'observatory',
] as const

export const pageTitles = [
  'A field guide to the {n}',
  'The {n} in practice',
  'Measuring markets: the {n}',
  'What the {n} has shown so far',
  'Working notes on the {n}',
  'The {n}, tested on crypto data',
] as const

/** Invented findings, at most 40 words each, every number of them drawn. */
export const findings: readonly ((name: string, draws: Draws) => string)[] = [
  (n, d) =>
    `In a sample of ${d.whole(410, 2900)} daily closes, ${n} readings stayed inside their usual band on ${d.whole(61, 94)} percent of the days.`,
  (n, d) =>
    `A review of the years ${d.whole(2013, 2018)} to ${d.whole(2020, 2025)} counted ${d.whole(34, 190)} ${n} signals, of which ${d.whole(13, 33)} were followed by a lasting move.`,
  (n, d) =>
    `Shortening the window of the ${n} from ${d.whole(40, 60)} to ${d.whole(14, 30)} periods raised the number of signals by ${d.whole(25, 140)} percent.`,
  (n, d) =>
    `After fees of ${d.whole(4, 12) / 100} percent a side, the median result of a simple ${n} rule fell from ${d.whole(21, 39) / 10} to ${d.whole(3, 19) / 10} percent a month.`,
  (n, d) =>
    `On Bitcoin, the ${n} needed ${d.whole(13, 45)} bars of history before its values differed by less than ${d.whole(1, 9) / 10} percent between platforms.`,
  (n, d) =>
    `Weekend sessions produced ${d.whole(18, 47)} percent of all ${n} signals but only ${d.whole(4, 16)} percent of the traded volume.`,
  (n, d) =>
    `When volatility doubled, the error of the ${n} grew by ${d.whole(15, 85)} percent within ${d.whole(13, 40)} sessions.`,
  (n, d) =>
    `Among ${d.whole(20, 110)} liquid altcoins, the ${n} agreed with its Bitcoin counterpart on ${d.whole(52, 83)} percent of the days.`,
  (n, d) =>
    `A confirmation delay of ${d.whole(13, 36)} hours removed ${d.whole(22, 61)} percent of the false ${n} signals in ranging markets.`,
  (n, d) =>
    `Traders who risked at most ${d.whole(3, 19) / 10} percent of capital on a ${n} signal survived losing streaks of up to ${d.whole(13, 24)} trades.`,
  (n, d) =>
    `The largest drawdown of a mechanical ${n} strategy in the study was ${d.whole(18, 64)} percent and lasted ${d.whole(41, 290)} days.`,
  (n, d) =>
    `Replacing last prices by mid prices changed ${d.whole(13, 29)} of every ${d.whole(200, 900)} ${n} readings enough to alter the decision.`,
  (n, d) =>
    `During the ${d.whole(2018, 2022)} decline, the ${n} turned bearish ${d.whole(13, 48)} days before the monthly close confirmed the move.`,
  (n, d) =>
    `A rising ${n} together with spot volume above its ${d.whole(20, 90)}-day average preceded gains in ${d.whole(54, 71)} percent of the cases.`,
  (n, d) =>
    `Readings of the ${n} below the ${d.whole(13, 24)}th percentile were bullish in ${d.whole(53, 69)} percent of the observed quarters.`,
  (n, d) =>
    `Missing data of just ${d.whole(13, 55)} minutes shifted the ${n} by up to ${d.whole(2, 19) / 10} percent on thinly traded pairs.`,
  (n, d) =>
    `In a panel of ${d.whole(60, 400)} analysts, ${d.whole(31, 78)} percent named the ${n} as useful only in combination with a volume measure.`,
  (n, d) => `The half-life of the information in a ${n} signal was estimated at ${d.whole(13, 96)} hours on perpetual futures.`,
  (n, d) =>
    `Between ${d.whole(13, 19)} and ${d.whole(21, 38)} percent of the variation in the ${n} could be explained by funding costs alone.`,
  (n, d) =>
    `A grid of ${d.whole(120, 980)} parameter pairs showed that the best ${n} setting of each year ranked near place ${d.whole(40, 110)} in the next.`,
  (n, d) =>
    `Slippage of ${d.whole(13, 45)} basis points was enough to turn ${d.whole(26, 58)} percent of profitable ${n} trades into losses.`,
  (n, d) =>
    `Over ${d.whole(13, 40)} quarters, the ${n} increased before ${d.whole(51, 74)} percent of the advances that exceeded ${d.whole(15, 45)} percent.`,
  (n, d) =>
    `With hourly data the ${n} falls back to its mean within ${d.whole(13, 60)} bars in ${d.whole(55, 88)} percent of the cases.`,
  (n, d) =>
    `An exchange outage of ${d.whole(21, 170)} minutes in ${d.whole(2019, 2025)} left the ${n} distorted for the following ${d.whole(14, 90)} bars.`,
]

export const gapWords = [
  'No study with data after the last halving was found',
  'Venue-level figures are not published',
  'Results for illiquid coins are scarce',
] as const
