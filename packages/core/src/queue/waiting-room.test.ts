// Pictures that come and go in; a place, or the error that counts them, out.
import { expect, it } from 'vitest'
import { WaitingRoom } from './waiting-room'

const full = expect.objectContaining({ code: 'queue-full' }) as unknown

it('lets in as many as it holds, and again when one has left', () => {
  const room = new WaitingRoom(2)
  const leave = room.enter(1)
  room.enter(1)
  expect(() => room.enter(1)).toThrow(full)
  leave()
  room.enter(1)
  expect(() => room.enter(1)).toThrow(full)
})

it('counts who leaves once', () => {
  const room = new WaitingRoom(2)
  room.enter(1)
  const leave = room.enter(1)
  leave()
  leave()
  room.enter(1)
  expect(() => room.enter(1)).toThrow(full)
})

it('has room for any number where nobody waits, and for no more beside them', () => {
  const room = new WaitingRoom(3)
  const leave = room.enter(128)
  expect(() => room.enter(1)).toThrow(full)
  leave()
  room.enter(2)
  expect(() => room.enter(2)).toThrow(full)
  room.enter(1)
})

it('says how many wait, how many may, and what to do', () => {
  const room = new WaitingRoom(4)
  room.enter(3)
  expect(() => room.enter(2)).toThrow(/3 of at most 4 pictures.*no room for 2 more.*`batching\.maxQueue`/)
  room.enter(1)
  expect(() => room.enter(1)).toThrow(/4 of at most 4 pictures.*no room for another one/)
})

it('never refuses where there is no limit', () => {
  const room = new WaitingRoom(Infinity)
  for (let call = 0; call < 1000; call++) room.enter(128)
  expect(() => room.enter(1)).not.toThrow()
})
