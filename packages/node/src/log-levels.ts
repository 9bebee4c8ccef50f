// A level of the log as a caller names it in; the same in the words and numbers of onnxruntime out.
import type { LogLevel } from '@stylelens/core'

type OnnxruntimeLevel = 'verbose' | 'info' | 'warning' | 'error' | 'fatal'
type Severity = 0 | 1 | 2 | 3 | 4

/** Nothing is silent to onnxruntime; what is fatal is thrown as an error too. */
const levels: Readonly<Record<LogLevel, readonly [OnnxruntimeLevel, Severity]>> = {
  silent: ['fatal', 4],
  error: ['error', 3],
  warning: ['warning', 2],
  info: ['info', 1],
  verbose: ['verbose', 0],
}

/** Of a session: `logSeverityLevel`. */
export const severityOf = (logLevel: LogLevel = 'silent'): Severity => levels[logLevel][1]

/** What was set here, so that it is told from what the application chose. */
const ours = new WeakMap<object, OnnxruntimeLevel>()

/** Of the whole package. 'silent' leaves a level that the application chose as it is. */
export function setLogLevel(env: { logLevel?: OnnxruntimeLevel }, logLevel: LogLevel = 'silent'): void {
  const [level] = levels[logLevel]
  const isOurs = env.logLevel === undefined || env.logLevel === 'warning' || env.logLevel === ours.get(env)
  if (logLevel === 'silent' && !isOurs) return
  env.logLevel = level
  ours.set(env, level)
}
