// The worker option in; how many workers and waiting pictures it means, or why it is refused, out.
import { expect, it } from 'vitest'
import { checkOptions } from './check-options'
import { createOptionTable } from './option-table'
import { resolveWorkerOptions } from './worker-options'

it.each([
  [true, { size: 3, maxQueue: undefined }],
  [undefined, { size: 3, maxQueue: undefined }],
  [{ size: 1 }, { size: 1, maxQueue: undefined }],
  [{ maxQueue: Infinity, size: undefined }, { size: 3, maxQueue: Infinity }],
])('%j', (given, expected) => {
  expect(resolveWorkerOptions(given, () => 3)).toEqual(expected)
})

it.each([
  [{ size: 0 }, 'option-invalid', '"worker.size"'],
  [{ size: 1.5 }, 'option-invalid', '"worker.size"'],
  [{ maxQueue: 0 }, 'option-invalid', '"worker.maxQueue"'],
  [{ threads: 2 }, 'option-unknown', '"worker.threads"'],
])('refuses %j', (given, code, text) => {
  const refused = expect.objectContaining({ code, message: expect.stringContaining(text) })
  expect(() => resolveWorkerOptions(given as object, () => 3)).toThrow(refused)
})

it.each(['yes', 2, null, []])('is true, false or an object: %j', (worker) => {
  expect(() => checkOptions(createOptionTable, { worker })).toThrow(/"worker" must be true, false or/)
})
