// Listeners of every kind in; the event heard, and nothing of what they throw, out.
import { expect, it } from 'vitest'
import { settle } from '../test/gate'
import { notify } from './notify'

it('tells the listener', () => {
  const heard: number[] = []
  notify((event: number) => heard.push(event), 7)
  expect(heard).toEqual([7])
})

it('does nothing where nobody listens', () => {
  expect(() => notify(undefined, 7)).not.toThrow()
})

it.each<[string, () => unknown]>([
  ['throws', () => { throw new Error('from the listener') }],
  ['rejects', async () => { throw new Error('from the listener') }],
  ['gives a thenable that rejects', () => ({ then: (_: unknown, reject: () => void) => reject() })],
])('drops what a listener does that %s', async (_case, listener) => {
  // A rejection that nobody handles would fail the run of the tests.
  expect(() => notify(listener, 7)).not.toThrow()
  await settle()
})
