// Nothing in; the embedded models with their size and what they know on standard output out.
import { createClassifier, embeddedModelNames } from '@stylelens/node'
import type { EmbeddedModelName } from '@stylelens/node'
import { styleFor } from './terminal'
import type { Terminal } from './terminal'

interface ModelFacts {
  readonly name: string
  readonly description: string
  readonly parameters: number
  readonly bytes: number
  readonly labels: readonly string[]
}

/** The model is really loaded, so what is listed is known to work. */
async function readFacts(model: EmbeddedModelName): Promise<ModelFacts> {
  const classifier = await createClassifier({ model })
  const { name, description, parameters, bytes, labels } = classifier.manifest
  await classifier.dispose()
  return { name, description, parameters, bytes, labels }
}

function formatFacts(facts: ModelFacts, width: number, { stdout, env }: Terminal): string {
  const style = styleFor(stdout, env)
  const indent = ' '.repeat(width + 2)
  const size = `${Math.round(facts.bytes / 1000).toLocaleString('en')} kB, ${facts.parameters.toLocaleString('en')} parameters`
  const lines = [facts.description, style.dim(size), style.dim(facts.labels.join(', '))]
  return `${style.bold(facts.name.padEnd(width))}  ${lines.join(`\n${indent}`)}\n`
}

export async function modelsCommand({ json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<void> {
  const width = Math.max(...embeddedModelNames.map((name) => name.length))
  for (const model of embeddedModelNames) {
    const facts = await readFacts(model)
    terminal.stdout.write(json ? `${JSON.stringify(facts)}\n` : formatFacts(facts, width, terminal))
  }
}
