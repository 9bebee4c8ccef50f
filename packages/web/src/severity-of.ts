// A level of what onnxruntime may say in; the number that it gives that level out.
import type { LogLevel } from '@stylelens/core'

const levels: readonly LogLevel[] = ['verbose', 'info', 'warning', 'error', 'silent']

export const severityOf = (level: LogLevel = 'silent') => levels.indexOf(level) as 0 | 1 | 2 | 3 | 4
