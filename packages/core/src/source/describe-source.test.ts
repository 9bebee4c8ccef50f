// Pictures of every encoded kind in; how messages call them, without what is secret in an address, out.
import { describe, expect, it } from 'vitest'
import { describeSource, nameOfSource } from './describe-source'
import type { EncodedSource } from './encoded-source'

const response = { status: 200, bodyUsed: false, headers: { get: () => null }, body: null, arrayBuffer: async () => new ArrayBuffer(0) }
const blob = { size: 3, type: 'image/png', arrayBuffer: async () => new ArrayBuffer(3) }

describe('nameOfSource', () => {
  it.each<readonly [string, EncodedSource, string | undefined]>([
    ['a path', 'pictures/shirt.png', 'pictures/shirt.png'],
    ['a path with letters of an address', 'a?b#c.png', 'a?b#c.png'],
    ['an address', 'https://example.com/shirt.png', 'https://example.com/shirt.png'],
    ['a query, which may hold a token', 'https://example.com/shirt.png?token=secret', 'https://example.com/shirt.png'],
    ['a fragment', 'http://example.com/shirt.png#secret', 'http://example.com/shirt.png'],
    ['a user and a password', 'https://me:secret@example.com/shirt.png', 'https://example.com/shirt.png'],
    ['an address in capitals', 'HTTPS://ME:SECRET@example.com/a?b', 'HTTPS://example.com/a'],
    ['an at sign in the path', 'https://example.com/@me/shirt.png', 'https://example.com/@me/shirt.png'],
    ['data:', 'data:image/png;base64,AAAA', undefined],
    ['DATA: in capitals', 'DATA:image/png;base64,AAAA', undefined],
    ['a URL', new URL('https://me:secret@example.com/shirt.png?token=secret'), 'https://example.com/shirt.png'],
    ['a Response', { ...response, url: 'https://example.com/shirt.png?token=secret' }, 'https://example.com/shirt.png'],
    ['a Response that was made by hand', { ...response, url: '' }, undefined],
    ['a File', { ...blob, name: 'shirt.png' }, 'shirt.png'],
    ['a Blob', blob, undefined],
    ['bytes', new Uint8Array(3), undefined],
  ])('%s', (_, source, name) => {
    expect(nameOfSource(source)).toBe(name)
  })

  it.each([[80, 80], [81, 80], [5000, 80]])('cuts a name of %s characters to %s', (given, kept) => {
    expect(nameOfSource('x'.repeat(given))).toHaveLength(kept)
    expect(nameOfSource({ ...blob, name: 'x'.repeat(given) })).toHaveLength(kept)
  })

  it('takes what is no picture at all, which others refuse', () => {
    expect(nameOfSource(null as never)).toBeUndefined()
    expect(nameOfSource(5 as never)).toBeUndefined()
  })
})

describe('describeSource', () => {
  it('puts a name in quotes, and escapes what is in it', () => {
    expect(describeSource('my "shirt".png')).toBe('"my \\"shirt\\".png"')
  })

  it('has a word for what has no name', () => {
    expect(describeSource(new Uint8Array(3))).toBe('the picture')
  })
})
