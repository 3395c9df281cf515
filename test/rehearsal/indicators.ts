import type { Indicator } from '../../src/domain/research-task.ts'

/** Five indicators from different families. */
export const indicators: readonly Indicator[] = [
  {
    id: 'macd',
    name: 'Moving Average Convergence Divergence',
    family: 'technical/trend',
    brief:
      "Gerald Appel's MACD subtracts the 26-period exponential average from the 12-period one, adds a 9-period exponential average as signal line, and shows their difference as a histogram. A cross of the signal line marks a change in momentum and a cross of zero means the two averages themselves have crossed, which crypto traders often follow on daily and weekly Bitcoin charts. Values are in price units, so they cannot be compared between coins or across years, and in ranges signal crosses are frequent and mostly late.",
  },
  {
    id: 'parabolic-sar',
    name: 'Parabolic SAR',
    family: 'technical/trend',
    brief:
      "Wilder's stop-and-reverse moves each bar by SAR + AF × (EP - SAR), where EP is the extreme price of the trend and the acceleration factor AF starts at 0.02, rises by 0.02 at each new extreme and is capped at 0.20. Dots below price mean a long position, and a touch flips the system. It works as a trailing stop in crypto rallies, but it is always in the market, loses steadily in ranges, and single exchange wicks can trigger a reversal that other venues never show.",
  },
  {
    id: 'mvrv-z-score',
    name: 'MVRV Z-Score',
    family: 'on-chain/valuation',
    brief:
      'The Z-score takes the difference between market cap and realized cap and divides it by the standard deviation of market cap, usually measured over the whole history to date. Scores above 7 were historically associated with cycle tops and scores near or below 0 with major lows. Because the expanding standard deviation grows with the size of the market, later peaks tend to be lower, and some analysts therefore use a rolling window of one to four years.',
  },
  {
    id: 'funding-rate',
    name: 'Perpetual Funding Rate',
    family: 'derivatives/futures',
    brief:
      'Funding is the periodic payment between longs and shorts that ties a perpetual contract to its index, commonly every eight hours and built from the premium plus an interest component. The neutral default on many venues is 0.01 percent per eight hours, about 11 percent annualised, with crowded longs above 0.05 to 0.10 percent and crowded shorts below 0. High positive funding can endure for weeks in a strong uptrend, so it measures the cost of leverage and fails as a timing tool alone.',
  },
  {
    id: 'cpi-surprise',
    name: 'US CPI Surprise',
    family: 'macro/inflation',
    brief:
      'The surprise is the reported monthly or annual consumer price change minus the median forecast, published at 08:30 New York time, often divided by its historical standard deviation. A core figure 0.1 percentage point below consensus is commonly enough to lift bitcoin within minutes, and in 2022 such reactions were largest. The effect depends on whether inflation or employment leads policy, revisions to seasonal factors intrude, and the first spike is frequently reversed.',
  },
]

/** Two whose names and briefs are much alike. */
export const neighbours: readonly Indicator[] = [
  {
    id: 'smma',
    name: 'Smoothed Moving Average',
    family: 'technical/trend',
    brief:
      "The smoothed average, also known as Wilder's average or RMA, is recursive with alpha = 1/n, so a length of 14 behaves like an exponential average of 27 periods (2n-1). Wilder used this smoothing inside RSI, ATR and ADX, and Bill Williams built the Alligator from lengths 13, 8 and 5 on the median price. In crypto it suits slow trend filters on the daily chart, but comparing it with an exponential average of the same nominal length is a common error, since it reacts about half as fast.",
  },
  {
    id: 'sma',
    name: 'Simple Moving Average',
    family: 'technical/trend',
    brief:
      'The simple moving average is the arithmetic mean of the last n closes, so every bar carries the weight 1/n and the line lags a steady trend by (n-1)/2 bars. Crypto traders watch the 20-, 50- and 200-day versions, with the 200-day line on Bitcoin serving as a widely quoted divider between bull and bear regimes. Its main pitfall is the drop-off effect: an extreme bar leaving the window moves the average as strongly as a new one, and in ranges price crosses the line repeatedly without meaning.',
  },
]
