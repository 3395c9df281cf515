type Words = readonly [string, ...string[]]

/*
 * Sentences around the claims. None states a number or a direction (above, falls, bullish, not, …): what does in an answer comes
 * from a claim, so that the judge can check it against the evidence.
 */

/** The first sentence; `{n}` is the indicator, `{f}` the facet. */
export const openings: Words = [
  'The {n} answers this question only together with its context, and {f} is a good place to begin.',
  'A careful reader treats the {n} as evidence about {f} and keeps the raw data within reach.',
  'For {f}, the {n} offers a structured view that has to be tested on the market at hand.',
  'The useful part of the {n} here is the discipline that it brings to {f}.',
  'Seen from the angle of {f}, the {n} condenses many observations into a single series.',
  'The {n} deserves attention in this case because it makes {f} measurable.',
  'The practical answer depends on how the {n} is built and on what is asked about {f}.',
  'The key is the link between the {n} and {f}, which can be described quite precisely.',
]

export const bridges: Words = [
  'The available figures make this concrete.',
  'Published measurements help to judge the size of the effect.',
  'A look at the record puts the idea into proportion.',
  'The following findings set the frame.',
  'Observed data give this a solid footing.',
  'Several measurements illustrate the point.',
]

export const readings: Words = [
  'A sensible reading therefore compares the current value with its own history on the same venue.',
  'In practice the value is read as a probability statement about the regime, which a second measure should confirm.',
  'Analysts usually note beforehand which observation would make them drop the idea.',
  'The interpretation is convincing when spot and derivatives data point to the same conclusion.',
  'It pays to look at how past readings are spread and at the share of cases that contradict the rule.',
  'The same value can carry a different message in a calm market and in a stressed market.',
  'A clear definition of the data window keeps the comparison honest.',
  'Traders who document their settings can repeat the measurement and learn from it.',
]

export const pitfalls: Words = [
  'A common pitfall is to tune the settings until the past looks perfect, which says little about the future.',
  'The main danger lies in treating a single reading as proof while ignoring liquidity and costs.',
  'Errors tend to come from mixing venues whose data follow different conventions.',
  'Users should also watch for gaps in the data, because a filled gap can look like a genuine signal.',
  'Many disappointments come from acting on unfinished bars whose values still change.',
  'Hindsight makes signals on old charts look cleaner than they were in real time.',
  'The relation can fade when market structure changes, so it should be measured again from time to time.',
  'Costs and delays deserve a place in every test, since they consume a visible share of the effect.',
]

export const closings: Words = [
  'Used this way, the {n} informs a decision and leaves the responsibility with the person who makes it.',
  'With these limits in view, the {n} remains a useful part of the toolkit.',
  'The result is a transparent argument that others can check with public data.',
  'This keeps the {n} in its proper role as an aid to judgement.',
  'A note in the trading journal about each use makes a review possible.',
  'Such a routine turns the {n} from an opinion into a measurement that can be repeated.',
]
