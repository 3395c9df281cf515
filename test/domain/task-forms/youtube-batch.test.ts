import { describe, expect, it } from 'vitest'
import { parseBatchBody } from '../../../src/domain/task-forms/youtube-batch.ts'

describe('the videos of a batch', () => {
  const videosOf = (lines: readonly string[]) => {
    const parsed = parseBatchBody(`### Batch\na: A\n### Videos\n${lines.join('\n')}`)
    return parsed.type === 'batch' ? parsed.batch.videos : parsed.problems
  }

  it('are known by any of their addresses and written in one way', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `${index}Qw4w9WgXcQ`)
    expect(
      videosOf([
        `https://www.youtube.com/watch?v=${ids[0]}&t=12s&list=PL1`,
        `- http://m.youtube.com/watch?v=${ids[1]}`,
        `* <https://youtu.be/${ids[2]}?si=x>`,
        `1. youtube.com/shorts/${ids[3]}`,
        `  https://youtube.com/live/${ids[4]}#x`,
        '',
        `https://www.youtube.com/embed/${ids[5]}`,
        `HTTPS://WWW.YouTube.com/watch?v=${ids[6]}`,
        `https://music.youtube.com/watch?v=${ids[7]}`,
      ]),
    ).toEqual(ids.map(id => `https://www.youtube.com/watch?v=${id}`))
  })

  it('are nothing else, and each is there once', () => {
    const wrong = [
      'https://vimeo.com/1',
      'https://www.youtube.com/@channel',
      'https://www.youtube.com/playlist?list=PL1',
      'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
      'https://user:pass@www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '$(curl evil.example)',
      'https://youtu.be/short',
    ]
    const problems = videosOf([...wrong, 'youtu.be/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'])
    expect(problems).toHaveLength(wrong.length + 1)
    expect(problems.at(-1)).toBe('The video dQw4w9WgXcQ is there twice.')
  })

  it('are at most fifty', () => {
    const addresses = Array.from({ length: 51 }, (_, index) => `youtu.be/dQw4w9WgX${String(index).padStart(2, '0')}`)
    expect(videosOf(addresses)).toEqual(['“Videos” names 51; at most 50 fit into one task.'])
    expect(videosOf(addresses.slice(1))).toHaveLength(50)
  })
})
