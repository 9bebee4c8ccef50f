// The fields `parent` and `unknown` of answers in; the words for them are compared.
import { expect, it } from 'vitest'
import { readCertainty } from './certainty'

type Answer = Parameters<typeof readCertainty>[0]

it.each([
  [{ parent: null, unknown: null }, { parent: null, notSure: false }],
  [{ parent: 'Shoe', unknown: false }, { parent: 'Shoe', notSure: false }],
  [{ parent: { label: 'Shoe', score: 0.987 }, unknown: null }, { parent: 'Shoe, 98.7 %', notSure: false }],
  [{ parent: { label: 'Top' }, unknown: true }, { parent: 'Top', notSure: true }],
  [{ parent: null, unknown: { score: 0.7 } }, { parent: null, notSure: true }],
])('reads %j', (answer, certainty) => expect(readCertainty(answer as Answer)).toEqual(certainty))
