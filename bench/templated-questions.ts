const indicators =
  'moving average,relative strength index,Parabolic SAR,Ichimoku cloud,Keltner channel,MVRV ratio,SOPR,NUPL,hash ribbons,funding rate,open interest,stochastic oscillator,Bollinger bands,average true range,on-balance volume,Chaikin money flow,Puell multiple,realised cap,exchange netflow,basis'.split(
    ',',
  )
const variants =
  'simple,exponential,weighted,smoothed,adjusted,seven-day,thirty-day,perpetual,entity-adjusted,log-scaled,volume-weighted,hull'.split(
    ',',
  )
const readers =
  'swing traders,miners,long-term holders,market makers,options desks,beginners,hedge funds,DeFi lenders,scalpers,treasurers,analysts,arbitrageurs'.split(
    ',',
  )
const markets =
  'bull market,bear market,sideways range,low-volatility squeeze,liquidation cascade,halving year,capitulation,recovery,altcoin season,stablecoin depeg'.split(
    ',',
  )
const charts = 'five-minute,hourly,four-hour,daily,weekly,monthly'.split(',')
const topics =
  'divergence from price,a crossing of its zero line,its default settings,false signals,its lag,stop placement,position sizing,its formula,data revisions,exchange outages,confirmation by volume,seasonal effects,its percentile rank,reversal patterns,mean reversion,trend filters'.split(
    ',',
  )

const templates = [
  'What does the {v} {i} say about {t} during a {m}?',
  'How should {r} read {t} on the {c} {v} {i}?',
  'Why does {t} matter to {r} who follow the {v} {i} in a {m}?',
  'When does the {c} {v} {i} mislead {r} about {t}?',
  'How is {t} of the {v} {i} computed from {c} data?',
  'Which mistakes do {r} make with {t} of the {i} in a {m}?',
  'Compare {t} for the {v} {i} on {c} and yearly charts in a {m}.',
  'What is the {v} {i}, and what has {t} to do with a {m}?',
]

/** Questions from eight templates with some eleven million fillings, so that many share most of their words; the same for the same seed. */
export const templatedQuestions = (count: number, seed: number): string[] => {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x9e3779b9) >>> 0
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
    return ((twice ^ (twice >>> 15)) >>> 0) % limit
  }
  const slots: Readonly<Record<string, readonly string[]>> = {
    i: indicators,
    v: variants,
    r: readers,
    m: markets,
    c: charts,
    t: topics,
  }
  return Array.from({ length: count }, () =>
    (templates[below(templates.length)] ?? '').replace(
      /\{(\w)\}/g,
      (_, slot: string) => slots[slot]?.[below(slots[slot].length)] ?? '',
    ),
  )
}
