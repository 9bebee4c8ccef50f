// Every complaint is answered by tests that exist under the titles that the page names.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaints } from './complaint-list'
import { readDocument, root } from './generated-texts'

it('has as many complaints as were collected', () => expect(complaints).toHaveLength(28))

describe.each(complaints)('$complaint', ({ proofs, untested }) => {
  it('is proved, or it is said why not', () => {
    expect(proofs.length > 0 || (untested?.length ?? 0) > 10).toBe(true)
  })

  it.each(proofs)('$file has "$test"', ({ file, test }) => {
    expect(existsSync(`${root}${file}`)).toBe(true)
    expect(readDocument(file)).toContain(test)
  })
})
