// Errors with few and with many details come in; checked are their text, their fields and their recognition.
import { describe, expect, it, vi } from 'vitest'
import { DatasetError, isDatasetError } from './dataset-error'

const full = new DatasetError('dataset-row', {
  problem: 'A row is too short', file: 'train.csv', line: 12, expected: '785 values', received: '3',
  action: 'Download the file again', cause: new Error('below'),
})

describe('DatasetError', () => {
  it('says where, what was expected, what came and what to do', () => {
    expect(full.message).toBe(
      'A row is too short in "train.csv", line 12: expected 785 values, received 3. '
      + 'Download the file again. [dataset-row]',
    )
    expect(full).toMatchObject({ name: 'DatasetError', code: 'dataset-row', file: 'train.csv', line: 12 })
    expect(full.cause).toEqual(new Error('below'))
  })

  it('leaves out what is not known, and keeps a byte offset of zero', () => {
    const bare = new DatasetError('dataset-split', { problem: 'No such split', action: 'Choose another seed' })
    expect(bare.message).toBe('No such split. Choose another seed. [dataset-split]')
    expect('cause' in bare).toBe(false)
    const atStart = new DatasetError('dataset-magic', { problem: 'Wrong kind', file: 'a', offset: 0, action: 'Look' })
    expect(atStart.message).toBe('Wrong kind in "a", byte 0. Look. [dataset-magic]')
  })
})

describe('isDatasetError', () => {
  it('recognises it, and its code', () => {
    expect(isDatasetError(full)).toBe(true)
    expect(isDatasetError(full, 'dataset-row')).toBe(true)
    expect(isDatasetError(full, 'dataset-label')).toBe(false)
  })

  it.each([[new Error('[dataset-row]')], [null], [undefined], ['dataset-row'], [{ code: 'dataset-row' }]])(
    'refuses %s', (value) => expect(isDatasetError(value)).toBe(false),
  )

  it('recognises the error of a second copy of the module', async () => {
    vi.resetModules()
    const copy = await import('./dataset-error')
    expect(copy.DatasetError).not.toBe(DatasetError)
    expect(isDatasetError(new copy.DatasetError('dataset-row', { problem: 'p', action: 'a' }))).toBe(true)
  })
})
