// Every complaint is answered by a test that exists under the title that the page names.
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { complaints } from './complaint-list'
import { readDocument, root } from './generated-texts'

it('has as many complaints as were collected', () => expect(complaints).toHaveLength(28))

it.each(complaints)('$complaint', ({ proof }) => {
  if ('untested' in proof) {
    expect(proof.untested.length).toBeGreaterThan(10)
    return
  }
  expect(existsSync(`${root}${proof.file}`)).toBe(true)
  expect(readDocument(proof.file)).toContain(proof.test)
})
