// Numbers in; what the page would show for them is compared with what a person expects.
import { expect, it } from 'vitest'
import { megabytes, milliseconds, percentage, spokenPercentage } from './format'

it.each([
  [1, '100.0 %'],
  [0.99987, '> 99.9 %'],
  [0.999, '99.9 %'],
  [0.53912, '53.9 %'],
  [0.001, '0.1 %'],
  [0.0004, '< 0.1 %'],
  [0, '0.0 %'],
])('shows the score %d as %s', (score, shown) => expect(percentage(score)).toBe(shown))

it('says a score as a whole number', () => expect(spokenPercentage(0.844)).toBe('84 percent'))

it.each([
  [4.249, '4.2'],
  [99.94, '99.9'],
  [99.96, '100'],
  [1234.4, '1234'],
])('shows %d milliseconds as %s', (value, shown) => expect(milliseconds(value)).toBe(shown))

it('shows bytes in millions', () => expect(megabytes(1_048_964)).toBe('1.0 MB'))
