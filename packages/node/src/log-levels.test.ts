// Levels as callers name them, one after the other, in; what onnxruntime is told out.
import { expect, it } from 'vitest'
import { setLogLevel, severityOf } from './log-levels'

it.each([
  [undefined, 4, 'fatal'], ['silent', 4, 'fatal'], ['error', 3, 'error'], ['warning', 2, 'warning'],
  ['info', 1, 'info'], ['verbose', 0, 'verbose'],
] as const)('%s is severity %i and level %s', (level, severity, name) => {
  const env: Parameters<typeof setLogLevel>[0] = {}
  setLogLevel(env, level)
  expect([severityOf(level), env.logLevel]).toEqual([severity, name])
})

it('takes its own level back, and leaves that of the application', () => {
  const env: Parameters<typeof setLogLevel>[0] = { logLevel: 'warning' }
  setLogLevel(env)
  setLogLevel(env, 'verbose')
  setLogLevel(env)
  expect(env.logLevel).toBe('fatal')
  env.logLevel = 'info'
  setLogLevel(env)
  expect(env.logLevel).toBe('info')
  setLogLevel(env, 'error')
  expect(env.logLevel).toBe('error')
})
