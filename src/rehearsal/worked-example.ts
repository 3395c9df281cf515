import type { Draws } from './draws.ts'

/** Whole numbers with commas between thousands, as in `42,000`. */
const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const written = (value: number): string => numbers.format(value)

const forms: readonly [(name: string, draws: Draws) => string, ...((name: string, draws: Draws) => string)[]] = [
  (name, draws) => {
    const base = draws.whole(20, 90) * 1000
    const percent = draws.whole(2, 9)
    return `Suppose a coin closes at ${written(base)} and the next close differs by ${percent} percent. The change is ${written(base)} × ${percent / 100} = ${written((base * percent) / 100)}, and the ${name} is updated with that figure.`
  },
  (name, draws) => {
    const values = [draws.whole(11, 29), draws.whole(31, 49), draws.whole(51, 69), draws.whole(71, 89)]
    const sum = values.reduce((total, value) => total + value, 0)
    return `Take the inputs ${values.join(', ')} for the ${name}. Their sum is ${sum} and their mean is ${sum} / 4 = ${written(sum / 4)}, which is the reference for the next reading.`
  },
  (name, draws) => {
    const account = draws.whole(5, 50) * 1000
    const distance = draws.whole(2, 8)
    const risk = account / 100
    return `With an account of ${written(account)} dollars and a risk of 1 percent, ${written(risk)} dollars are at stake. If the exit suggested by the ${name} is ${distance} percent away, the position is ${written(risk)} / ${distance / 100} = ${written(risk / (distance / 100))} dollars.`
  },
]

/** An example whose arithmetic is right. */
export const workedExample = (name: string, draws: Draws): string => draws.pick(forms)(name, draws)
