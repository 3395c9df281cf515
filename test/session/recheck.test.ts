import { afterEach, describe, expect, it } from 'vitest'
import { createReviewWorld, callsPath, macdPath, type ReviewWorld, type ReviewWorldOptions } from './review-world.ts'

let worlds: ReviewWorld[] = []
afterEach(async () => {
  await Promise.all(worlds.map(world => world.close()))
  worlds = []
})
const make = async (options: ReviewWorldOptions = {}): Promise<ReviewWorld> => {
  const world = await createReviewWorld(options)
  worlds.push(world)
  return world
}

const answer =
  'The reading is the distance of two averages, and it is of no use by itself where the market has no trend at all. '.repeat(3)
const stopped = [
  ['refusal', 'As an AI I cannot answer this question for you. '.repeat(6)],
  ['length', 'Too short.'],
  ['number', `${answer} It rises by 4711 points.`],
  ['injection', `${answer} <script>alert(1)</script>`],
  [
    'language',
    'Der Wert ist der Abstand zweier Durchschnitte und allein nicht brauchbar, wenn der Markt keinen Trend hat. '.repeat(3),
  ],
] as const

/** Replaces the first answer, which is that of `macd.1`. */
const withAnswer = (text: string, first: string): string =>
  text.replace(/"answer": "[^"]*"/u, `"answer": ${JSON.stringify(first)}`)
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

/** Pushes a text as a person, and gives the check that answers. */
const pushed = async (world: ReviewWorld, text: string | null, path = macdPath) => {
  const head = world.edit([{ path, text }])
  const result = await world.recheck.handle({ pull: world.pull(), sender: 'ann' })
  const check = world.checks.at(-1)
  if (check === undefined) throw new Error(`Expected a check, got ${result.type}`)
  expect(check).toMatchObject({ name: 'Perpetual pairs', head })
  return check
}

describe('the check that answers a push', () => {
  it('is a success where a pair was edited well, or removed', async () => {
    const world = await make()
    const check = await pushed(world, withAnswer(world.text(), answer))
    expect(check).toMatchObject({
      conclusion: 'success',
      title: '10 pairs, nothing to mend',
      summary: '10 pairs read, 1 of them edited since the delivery.',
      annotations: [],
    })
    const [, rest = ''] = world.text().split('    },\n')
    expect(rest).not.toBe('')
    expect(await pushed(world, world.text().replace(/ {4}\{\n {6}"handle": "macd\.2"[\s\S]*?\n {4}\},\n/u, ''))).toMatchObject({
      conclusion: 'success',
      title: '9 pairs, nothing to mend',
    })
  })

  it('is a success where files were deleted', async () => {
    const world = await make()
    expect(await pushed(world, null)).toMatchObject({ conclusion: 'success', title: '0 pairs, nothing to mend' })
  })

  it('is neutral and points at the pair that a gate would have stopped', async () => {
    const world = await make()
    const original = world.text()
    for (const [gate, text] of stopped) {
      const edited = withAnswer(original, text)
      const message = expect.stringMatching(`^macd\\.1, gate ${gate}: `)
      expect(await pushed(world, edited)).toMatchObject({
        conclusion: 'neutral',
        title: '1 finding of a gate',
        annotations: [{ path: macdPath, line: lineOf(edited, '"macd.1"'), level: 'warning', message }],
      })
    }
  })

  it('names the pair that an edited question repeats', async () => {
    const world = await make()
    const edited = withAnswer(world.text(), answer).replace(
      'What does MACD reading number 1 tell',
      'What does MACD reading number 4 tell',
    )
    expect((await pushed(world, edited)).annotations).toMatchObject([
      { level: 'warning', message: 'macd.1, gate duplicate: It repeats macd.4 of this delivery (Jaccard 1.00).' },
    ])
  })

  it('is a failure with every row that breaks the schema at its line', async () => {
    const world = await make()
    const edited = world
      .text()
      .replace('"type": "interpretation"', '"type": "poem"')
      .replace('"handle": "macd.5"', '"handle": "macd.4"')
      .replace('"handle": "macd.9",', '"handle": "macd.9", "stars": 5,')
    const check = await pushed(world, edited)
    expect(check).toMatchObject({ conclusion: 'failure', title: '3 mistakes' })
    expect(check.annotations.map(({ line, level }) => [line, level])).toEqual([
      [lineOf(edited, '"macd.1"'), 'failure'],
      [edited.slice(0, edited.lastIndexOf('"macd.4"')).split('\n').length, 'failure'],
      [lineOf(edited, '"macd.9"'), 'failure'],
    ])
    expect(check.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Row 1 \("macd\.1"\): .* at `type`\.$/u),
      'Row 5 ("macd.4"): expected every handle once, this one stands twice.',
      expect.stringMatching(/^Row 9 \("macd\.9"\): .*"stars"/u),
    ])
  })

  it('is a failure at the line and column where the file is no JSON', async () => {
    const world = await make()
    const edited = world.text().replace('"facet": "signals",', '"facet": "signals"')
    expect(await pushed(world, edited)).toMatchObject({
      conclusion: 'failure',
      annotations: [
        { path: macdPath, line: lineOf(edited, '"audience"'), message: 'Expected `,` or `}`, found a text (column 7).' },
      ],
    })
  })

  it('is a failure where a pair was added by hand, or what tells where pairs come from is gone or broken', async () => {
    const world = await make()
    const original = world.text()
    const added = original.replace('"handle": "macd.10"', '"handle": "macd.11"')
    expect((await pushed(world, added)).annotations).toMatchObject([
      { line: lineOf(added, '"macd.11"'), message: expect.stringContaining('one added by hand has no provenance') },
    ])
    world.edit([{ path: macdPath, text: original }])
    const calls = world.text(callsPath)
    const broken = await pushed(world, calls.replace('\n', '\n{"type":\n'), callsPath)
    expect(broken).toMatchObject({ conclusion: 'failure', annotations: [{ path: callsPath, line: 2 }] })
    expect(await pushed(world, null, callsPath)).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: macdPath, line: 1, message: expect.stringContaining(`Expected ${callsPath} beside it`) }],
    })
  })

  it('shows at most 200 lines, the mistakes first, each of them inert, on one line and of bounded length', async () => {
    const world = await make({ pairs: 250 })
    const edited = world
      .text()
      .replaceAll('"type": "interpretation"', '"type": "poem"')
      .replace('"handle": "macd.1"', `"handle": "macd.1\\u202e\\u0007\\n@octocat ${'x'.repeat(5000)}"`)
    const check = await pushed(world, edited)
    expect(check.annotations).toHaveLength(200)
    expect(check).toMatchObject({
      conclusion: 'failure',
      title: '250 mistakes',
      summary: expect.stringContaining('The first 200 of 250'),
    })
    for (const { message } of check.annotations) {
      expect(message.length).toBeLessThanOrEqual(500)
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    }
    expect(JSON.stringify([check.title, check.summary])).not.toContain('octocat')
  })
})

describe('a push that needs no check', () => {
  it("is the automation's own", async () => {
    const world = await make()
    expect(await world.recheck.handle({ pull: world.pull(), sender: 'perpetual[local]' })).toEqual({ type: 'own-push' })
    expect(world.checks).toEqual([])
  })

  it('is one to a part that was merged, whether the state knows it or not', async () => {
    const world = await make()
    await world.merge()
    expect(await world.recheck.handle({ pull: world.pull(), sender: 'ann' })).toEqual({ type: 'ended' })
    await world.endings.handle({ pull: world.pull() })
    expect(await world.recheck.handle({ pull: world.pull(), sender: 'ann' })).toEqual({ type: 'ended' })
    expect(world.checks).toEqual([])
  })

  it('does not keep an untouched delivery from being a success', async () => {
    const world = await make()
    expect(await world.recheck.handle({ pull: world.pull(), sender: 'ann' })).toMatchObject({
      type: 'checked',
      conclusion: 'success',
      findings: 0,
    })
  })
})
