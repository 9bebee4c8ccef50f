// Checks that circles of imports are found, and that shared imports are none.
import { expect, it } from 'vitest'
import { findCircles } from './find-circles'

it.each([
  ['a chain', { a: ['b'], b: ['c'] }, []],
  ['a shared import', { a: ['b', 'c'], b: ['d'], c: ['d'] }, []],
  ['a file that imports itself', { a: ['a'] }, [['a', 'a']]],
  ['two files', { a: ['b'], b: ['a'] }, [['a', 'b', 'a']]],
  ['a circle further down', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, [['b', 'c', 'd', 'b']]],
])('%s', (_name, graph, circles) => {
  expect(findCircles(new Map<string, readonly string[]>(Object.entries(graph)))).toEqual(circles)
})
