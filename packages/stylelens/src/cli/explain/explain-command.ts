// A picture and options of the command line in; a page of what the network made of it, and its path on stdout, out.
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { explainPicture } from '@stylelens/node'
import type { Explanation } from '@stylelens/node'
import { creationOptions, explainFallback } from '../classify-command'
import type { CreationFlags } from '../classify-command'
import type { Terminal } from '../terminal'
import { explainPage } from './explain-page'

export interface ExplainFlags extends CreationFlags {
  readonly output?: string
  readonly json?: boolean
}

/** photos/shirt.jpg -> shirt.explained.html, where the command was called. */
function defaultOutput(picture: string): string {
  const name = picture === '-' ? 'picture' : basename(picture.split(/[?#]/)[0]).replace(/\.[^.]+$/, '')
  return `${name || 'picture'}.explained.html`
}

/** What the page shows, without the feature maps themselves. */
function describe(file: string, page: string, explanation: Explanation): string {
  const { manifest, backend, predictions, kernels, layers, activations, hidden } = explanation
  return JSON.stringify({
    file,
    page,
    model: manifest.name,
    executionProvider: backend.executionProvider,
    predictions,
    activations: activations?.map((map) => ({ ...map, values: Array.from(map.values) })) ?? null,
    kernels: kernels && { dims: kernels.dims, values: Array.from(kernels.data) },
    layers: layers.map(({ name, tensor }) => ({ name, dims: tensor.dims })),
    hidden,
  })
}

/** Rejects where the picture cannot be read, the model cannot be loaded or the page cannot be written. */
export async function explainCommand(picture: string, flags: ExplainFlags, terminal: Terminal): Promise<void> {
  const { stdin, stdout, stderr } = terminal
  const explanation = await explainPicture(picture === '-' ? stdin : picture, creationOptions(flags))
  stderr.write(explainFallback(explanation.backend))
  const page = flags.output ?? defaultOutput(picture)
  await writeFile(page, explainPage(picture, explanation))
  stdout.write(`${flags.json ? describe(picture, page, explanation) : page}\n`)
}
