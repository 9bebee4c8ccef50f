// Parts that can be loaded and parts that cannot in; the part, or the one typed error that says what to do, out.
import { expect, it } from 'vitest'
import { loadPart } from './load-part'

it('gives the part', async () => {
  expect(await loadPart(async () => 'a part')).toBe('a part')
})

it('says what to do where there is none, with its cause', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module: https://example.com/part.js')
  await expect(loadPart(() => Promise.reject(cause))).rejects.toMatchObject({
    code: 'code-missing',
    cause,
    message: expect.stringMatching(/Load the page again/) as string,
  })
})
