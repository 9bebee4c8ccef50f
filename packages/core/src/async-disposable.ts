// What `await using` needs, as a type that also compiles where the language version in use has no Symbol.asyncDispose.

type AsyncDisposeSymbol = SymbolConstructor extends { readonly asyncDispose: infer Key extends symbol } ? Key : never

/** `[Symbol.asyncDispose](): Promise<void>` where TypeScript knows that symbol, and no member where it does not. */
export type AsyncDisposableWhereKnown = { readonly [Key in AsyncDisposeSymbol]: () => Promise<void> }

/** Adds the method on engines that have the symbol. */
export function makeAsyncDisposable(target: object, dispose: () => Promise<void>): void {
  if (typeof Symbol.asyncDispose !== 'symbol') return
  Object.defineProperty(target, Symbol.asyncDispose, { value: dispose, configurable: true })
}
