// The sources of preprocess/ and pixels/ in; whatever in them an engine may round in its own way out: nothing.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Exact, or rounded once to the nearest (IEEE 754, and ECMA-262 for fround and imul). PI is a number, not a function.
const allowed = ['PI', 'abs', 'ceil', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sqrt', 'trunc']

const folders = [new URL('./', import.meta.url), new URL('../pixels/', import.meta.url)]
const sources = folders.flatMap((folder) => readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const))

/** What stands there besides comments that may differ between engines, time and chance included. */
function findInexact(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const members = [...code.matchAll(/\bMath\b\s*(?:\??\.\s*(\w+))?/g)].filter(([, member]) => !allowed.includes(member))
  const others = code.match(/\*\*|\bDate\b|\bperformance\b|toLocale\w*|\bIntl\b/g) ?? []
  return [...members.map(([found]) => found), ...others]
}

describe('the same bits on every engine', () => {
  it.each(sources)('%s', (_, source) => {
    expect(findInexact(source)).toEqual([])
  })

  it.each([
    ['Math.sin(x)', ['Math.sin']], ['Math .pow(2, 3)', ['Math .pow']], ['x ** 2', ['**']],
    ['const { sin } = Math', ['Math']],
    ['Math[name](1)', ['Math']], ['Math.random() + Math.floor(1)', ['Math.random']], ['Date.now()', ['Date']],
    ['/** Math.sin */ 1 // Math.sin', []], ['Math.sqrt(2) * Math.PI', []],
  ])('would find: %s', (code, expected) => {
    expect(findInexact(code)).toEqual(expected)
  })

  it('looks at all steps', () => {
    const names = sources.map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining(['resize-lanczos.ts', 'lanczos-kernel.ts', 'read-pixels.ts']))
  })
})
