import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recheckFiles } from '../../src/dataset/recheck.ts'
import { parseHandles } from '../../src/dataset/review.ts'
import { momentUrl, readMoment, videoIdIn, videoUnit } from '../../src/dataset/video-moment.ts'
import { assignmentOf, drive, pipeline, unitOf } from '../pipelines/batch/videos.ts'
import { present } from '../pipelines/research/run.ts'

const videoId = fc
  .array(fc.constantFrom(...'abcXYZ019-_'.split('')), { minLength: 11, maxLength: 11 })
  .map(characters => characters.join(''))

describe('a second of a video', () => {
  it('is read from the address that it was written as, and from no other', () => {
    fc.assert(
      fc.property(videoId, fc.nat({ max: 50_000 }), (id, second) => {
        expect(readMoment(momentUrl(id, second))).toEqual({ videoId: id, second })
        expect(videoIdIn(`https://www.youtube.com/watch?v=${id}`)).toBe(id)
      }),
    )
    const id = 'dQw4w9WgXcQ'
    for (const url of [
      momentUrl(id, -1),
      momentUrl(id, 1.5),
      momentUrl(id, Number.NaN),
      momentUrl(id, Number.POSITIVE_INFINITY),
      momentUrl(id, 1e21),
      `${momentUrl(id, 7)}&list=x`,
      `https://evil.example/?u=${momentUrl(id, 7)}`,
      momentUrl(id, 7).replace('www.youtube.com', 'www.youtube.com.evil.example'),
      `${momentUrl(id, 7)}\n`,
    ])
      expect(readMoment(url)).toBeUndefined()
  })

  it('belongs to a unit whose name is no other video’s and can stand in a handle', () => {
    fc.assert(
      fc.property(videoId, videoId, (one, other) => {
        expect(videoUnit(one) === videoUnit(other)).toBe(one === other)
        expect(parseHandles(`${videoUnit(one)}.3`)).toEqual([`${videoUnit(one)}.3`])
      }),
    )
  })
})

describe('a delivery of a video that a person edited', () => {
  const { progress } = drive(assignmentOf(1))
  const [file, calls] = pipeline.files(progress, unitOf(0))
  const recheck = (edit: (text: string) => string) =>
    recheckFiles([{ path: 'a.json', text: edit(present(file).text), callsPath: 'a.calls.jsonl', calls: present(calls).text }], {
      deny: [],
      minDomainsForNumbers: 1,
    })

  it('passes the gates for videos, though nobody could verify its words', () => {
    expect(recheck(text => text)).toEqual({ pairs: 4, edited: 0, findings: [] })
    expect(recheck(text => text.replace('The crowded side pays', 'Whoever is crowded pays'))).toMatchObject({
      edited: 1,
      findings: [],
    })
  })

  it('is warned of another video, of a second that is none, and of a number that was not said', () => {
    const warned = (edit: (text: string) => string) => recheck(edit).findings.map(({ level, message }) => `${level}: ${message}`)
    expect(warned(text => text.replace('?v=video-00000&', '?v=video-00009&'))).toEqual([
      'warning: video-00000.1, gate citation: It cites the video video-00009, which is not the one it was made from.',
    ])
    expect(warned(text => text.replace(/&t=\d+s/, '&t=90000s'))[0]).toMatch(/gate citation: It cites second 90000 /)
    expect(warned(text => text.replace(/&t=\d+s/, ''))[0]).toMatch(/gate citation: A cited address is no whole second/)
    expect(warned(text => text.replace('for long', 'for 33 days'))[0]).toMatch(/gate number: The number 33 /)
  })
})
