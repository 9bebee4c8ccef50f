// The levels at which onnxruntime may speak of itself, from nothing to everything.

export const logLevels = ['silent', 'error', 'warning', 'info', 'verbose'] as const

/** What onnxruntime writes to the console or to stderr; the SDK itself never writes anything. */
export type LogLevel = (typeof logLevels)[number]
