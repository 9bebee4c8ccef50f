// data: addresses in; their bytes, the same as fetch reads of them, out.
import { expect, it } from 'vitest'
import { readDataAddress } from './read-data-address'

it.each([
  'data:text/plain,abc',
  'data:,a%20b%00c',
  'data:text/plain;charset=utf-8,%E2%82%AC and ä',
  'data:application/octet-stream;base64,AAECAwT/',
  'data:;base64,AAEC%41wQ=',
  'data:;base64, AAEC AwQ= ',
  'data:text/plain,100%',
  'data:text/plain,a%zz#fragment',
])('%s', async (address) => {
  const wanted = new Uint8Array(await (await fetch(address)).arrayBuffer())
  expect(readDataAddress(address)).toEqual(wanted)
})

it.each(['data:text/plain', 'data:;base64,@@@'])('%s is not well formed', (address) => {
  expect(() => readDataAddress(address)).toThrow()
})
