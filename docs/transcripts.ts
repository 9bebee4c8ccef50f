// A document with `console` blocks, a command and what it printed, in; these out, and the document with new outputs.

export interface Transcript {
  /** The words after `$ node `. */
  readonly words: readonly string[]
  readonly output: string
}

const block = /(```console\n\$ node )(.*)\n([\s\S]*?)(```)/g

export function readTranscripts(document: string): Transcript[] {
  return [...document.matchAll(block)].map(([, , command, output]) => ({ words: command.split(' '), output }))
}

/** @param outputs one for each block, in their order, each ending with a newline */
export function replaceOutputs(document: string, outputs: readonly string[]): string {
  let place = 0
  return document.replace(block, (_, open: string, command: string, __: string, close: string) =>
    `${open}${command}\n${outputs[place++]}${close}`)
}
