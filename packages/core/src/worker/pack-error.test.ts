// Errors of every kind in; the same out after they were cloned on their way between threads.
import { describe, expect, it } from 'vitest'
import { ClassifierError, isClassifierError } from '../classifier-error'
import { packError, unpackError } from './pack-error'

const travel = (thrown: unknown): unknown => unpackError(structuredClone(packError(thrown)))

describe('an error of the SDK', () => {
  const cause = Object.assign(new TypeError('bad'), { errno: -2, path: 'shirt.png' })
  const error = new ClassifierError('image-unreadable', 'Cannot read it.', { cause, index: 3 })
  const arrived = travel(error) as ClassifierError

  it('keeps class, marker, name, code, message, index and stack', () => {
    expect(arrived).toBeInstanceOf(ClassifierError)
    expect(isClassifierError(arrived, 'image-unreadable')).toBe(true)
    expect([arrived.name, arrived.message, arrived.index]).toEqual([error.name, error.message, 3])
    expect(arrived.stack).toBe(error.stack)
    expect(Object.keys(arrived).sort()).toEqual(Object.keys(error).sort())
  })

  it('keeps its cause with what the system said of it', () => {
    expect(arrived.cause).toBeInstanceOf(TypeError)
    expect(arrived.cause).toMatchObject({ message: 'bad', errno: -2, path: 'shirt.png', stack: cause.stack })
  })

  it('has no index and no cause where it had none', () => {
    const bare = travel(new ClassifierError('disposed', 'Gone.')) as ClassifierError
    expect(['index' in bare, 'cause' in bare]).toEqual([false, false])
  })

  it('is an AbortError where it was one', () => {
    const aborted = new ClassifierError('aborted', 'Enough.', { cause: 'why' })
    expect(travel(aborted)).toMatchObject({ name: 'AbortError', cause: 'why' })
  })
})

describe('another error', () => {
  const known = [new Error('a'), new RangeError('b'), new SyntaxError('c'), new URIError('d')]

  it.each(known)('keeps its class: %s', (error) => {
    const arrived = travel(error) as Error
    expect(arrived.constructor).toBe(error.constructor)
    expect([arrived.name, arrived.message, arrived.stack]).toEqual([error.name, error.message, error.stack])
  })

  it('of an unknown class keeps its name', () => {
    class CudaError extends Error {
      override readonly name = 'CudaError'
    }
    expect(travel(new CudaError('35'))).toMatchObject({ name: 'CudaError', message: '35' })
    expect(travel(new DOMException('stop', 'AbortError'))).toMatchObject({ name: 'AbortError', message: 'stop' })
    expect(travel(new DOMException('stop', 'AbortError'))).toBeInstanceOf(Error)
  })

  it('keeps those that it is made of', () => {
    const { errors } = travel(new AggregateError([new TypeError('one'), 'two'], 'both')) as AggregateError
    expect(errors).toEqual([new TypeError('one'), 'two'])
  })

  it('loses only what cannot be cloned', () => {
    const error = Object.assign(new Error('x'), { retry: () => 1, detail: { list: [1, Symbol('s')], at: new Date() } })
    const detail = { list: [1, 'Symbol(s)'], at: 'an object of type Date' }
    expect(travel(error)).toMatchObject({ retry: 'a function', detail })
  })

  it('whose cause leads back to itself comes to an end', () => {
    const error = new Error('round')
    error.cause = error
    expect(travel(error)).toMatchObject({ cause: { cause: { message: 'round' } } })
    const fields: Record<string, unknown> = {}
    fields.self = fields
    expect(travel(Object.assign(new Error('round'), { fields }))).toBeInstanceOf(Error)
  })
})

it.each([['a string'], [42], [null], [undefined], [{ why: 'plain' }]])('a thrown %j arrives as it is', (thrown) => {
  expect(travel(thrown)).toEqual(thrown)
})
