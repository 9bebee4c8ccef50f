// The batching option in right and wrong ways in; what it means, or the error that names the part, out.
import { expect, it } from 'vitest'
import { errorOf } from '../../test/error-of'
import { resolveBatching } from './batching-options'

const batching = (options: object | undefined) => resolveBatching(options)

it('has defaults, and undefined is the same as leaving out', () => {
  const defaults = { maxSize: 32, listSize: 128, maxDelay: 0, maxQueue: Infinity }
  expect(batching(undefined)).toEqual(defaults)
  expect(batching({})).toEqual(defaults)
  expect(batching({ maxSize: undefined, maxDelay: undefined, maxQueue: undefined })).toEqual(defaults)
})

it.each([[1], [8], [500]])('maxSize %i holds for lists too', (maxSize) => {
  expect(batching({ maxSize })).toMatchObject({ maxSize, listSize: maxSize })
})

it('takes a delay and a limit of what waits', () => {
  expect(batching({ maxDelay: 5, maxQueue: 100 })).toMatchObject({ maxDelay: 5, maxQueue: 100 })
  expect(batching({ maxQueue: Infinity }).maxQueue).toBe(Infinity)
})

it.each([
  ['maxSize', 0], ['maxSize', Infinity], ['maxSize', 1.5], ['maxSize', '8'], ['maxSize', null],
  ['maxDelay', -1], ['maxDelay', Number.NaN], ['maxDelay', 60_001], ['maxDelay', 0.5],
  ['maxQueue', 0], ['maxQueue', -1], ['maxQueue', 2.5], ['maxQueue', Number.NaN], ['maxQueue', true],
])('%s: %j is refused by name', (name, value) => {
  const error = errorOf(() => batching({ [name]: value }))
  expect([error.code, error.message]).toEqual(['option-invalid', expect.stringContaining(`"batching.${name}" must be`)])
})

it('refuses unknown names and lists the known ones', () => {
  const error = errorOf(() => batching({ size: 3 }))
  expect([error.code, error.message])
    .toEqual(['option-unknown', expect.stringContaining('batching.maxSize, batching.maxDelay, batching.maxQueue')])
})
