/** Words that turn a statement round; they count only where the evidence has them in the same surroundings. */
const directions = new Set(
  `above below over under beneath exceed exceeds rise rises rising rose risen raise raises raised fall falls falling fell fallen bullish bearish
  increase increases increased increasing decrease decreases decreased decreasing higher lower highest lowest high low larger smaller largest
  smallest greater up down upper upward downward upwards downwards more less most least fewer buy buys buying sell sells selling long short
  positive negative positively negatively before after strong weak stronger weaker strengthen weaken strengthens weakens gain gains loss losses
  profit profits profitable unprofitable overbought oversold expand expands expanding contract contracts contracting accelerate accelerates
  decelerate decelerates grow grows grew shrink shrinks shrank faster slower quick slow quicker early late earlier later first last
  longer shorter greed fear not never always no none without cannot support resistance advance advances decline declines bottom top bottoms tops peak peaks trough
  troughs inflow inflows outflow outflows accumulation distribution minimum maximum wide narrow wider narrower rarely often seldom`
    .split(/\s+/)
    .filter(word => word !== ''),
)

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'’/][\p{L}\p{N}]+)*/gu) ?? []

const surroundings = 3

const isTelling = (token: string): boolean => directions.has(token) || /\p{N}/u.test(token)

/** Whether all runs of three words (the whole sentence where it is shorter) that hold the token stand in the evidence. */
const standsIn = (tokens: readonly string[], position: number, evidence: string): boolean => {
  const size = Math.min(surroundings, tokens.length)
  const starts = [position - size + 1, position - 1, position].filter(start => start >= 0 && start + size <= tokens.length)
  return starts.every(start => evidence.includes(` ${tokens.slice(start, start + size).join(' ')} `))
}

/** The sentences with a number or a direction that stands nowhere in the evidence in the same surroundings, shortened. */
export const ungrounded = (texts: readonly string[], evidence: readonly string[]): string[] => {
  const known = evidence.map(text => ` ${tokensOf(text).join(' ')} `).join('|')
  return texts
    .flatMap(text => text.split(/(?<=[.!?])\s+(?=\p{Lu}|\p{N}|["(])/u))
    .filter(sentence => {
      const tokens = tokensOf(sentence)
      return tokens.some((token, position) => isTelling(token) && !standsIn(tokens, position, known))
    })
    .map(sentence => sentence.slice(0, 200))
}
