// Errors of this package, of other copies of it, and other values come in; only the first two are recognised.
import { expect, it } from 'vitest'
import { ConversionError, isConversionError } from './conversion-error'

it('carries code, place and cause', () => {
  const cause = new Error('why')
  const error = new ConversionError('weight-missing', 'It is gone.', { layer: 'conv', key: 'kernel', cause })
  expect(error).toMatchObject({ code: 'weight-missing', layer: 'conv', key: 'kernel', name: 'ConversionError', cause })
  expect(error.message).toBe('It is gone. [weight-missing]')
})

it('is recognised by its marker, not by its class', () => {
  const fromAnotherCopy = { [Symbol.for('tfjs-to-onnx.conversion-error')]: true }
  expect(isConversionError(new ConversionError('graph-invalid', 'x'))).toBe(true)
  expect(isConversionError(fromAnotherCopy)).toBe(true)
  for (const other of [new Error('x'), null, undefined, 'graph-invalid', { code: 'graph-invalid' }]) {
    expect(isConversionError(other)).toBe(false)
  }
})
