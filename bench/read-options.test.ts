// Checks how the command lines of the benches are read.
import { describe, expect, it } from 'vitest'
import { countOption, flagOption, namesOption, pathOption } from './option-line'
import { helpText, readOptions } from './read-options'

const lines = {
  coldStarts: countOption(15, 'fresh processes'),
  models: namesOption(['nano', 'small'], 'which'),
  json: pathOption('FILE', 'where to'),
}

const withFlag = { quick: flagOption('only a little'), json: pathOption('FILE', 'where to') }

describe('readOptions', () => {
  it.each([
    ['', { coldStarts: 15, models: ['nano', 'small'], json: undefined }],
    ['--cold-starts 3 --models small', { coldStarts: 3, models: ['small'], json: undefined }],
    ['--models small,nano --json=a.json', { coldStarts: 15, models: ['small', 'nano'], json: 'a.json' }],
    ['--help', 'help'],
  ])('of "%s"', (text, expected) => {
    expect(readOptions(lines, text.split(' ').filter(Boolean))).toEqual(expected)
  })

  it.each([
    ['--cold-starts 0', /--cold-starts cannot be '0'/],
    ['--cold-starts 1.5', /cannot be '1.5'/],
    ['--models small,big', /cannot be 'small,big'/],
    ['--speed 1', /--speed/],
  ])('refuses "%s"', (text, message) => {
    expect(() => readOptions(lines, text.split(' '))).toThrow(message)
  })
})

it('the help names every option', () => {
  const help = helpText('What it does.', lines)
  expect(help.split('\n')[2]).toBe('  --cold-starts COUNT  fresh processes (default: 15)')
  expect(help).toMatch(/--models NAMES .*\n.*--json FILE .*\n.*--help/)
})

it.each([['', false], ['--quick', true]])('a flag takes no value: "%s"', (text, quick) => {
  expect(readOptions(withFlag, text.split(' ').filter(Boolean))).toEqual({ quick, json: undefined })
  expect(helpText('What it does.', withFlag).split('\n')[2]).toBe('  --quick      only a little')
})
