// The option tables of core in, the text of docs/options.md out.
import {
  batchingOptionTable, classifyOptionTable, createOptionTable, embedOptionTable, executionProviderNames, inputOptionTable,
  streamOptionTable, workerOptionTable,
} from '@stylelens/core'
import type { OptionRow, OptionTable } from '@stylelens/core'
import { markdownTable } from './markdown-table'

const code = (text: string) => `\`${text}\``

/** A default that depends on something else is said in words, unless they are code themselves. */
function defaultOf({ default: value, defaultText }: OptionRow): string {
  if (defaultText === undefined) return code(JSON.stringify(value))
  return defaultText.startsWith('{') ? code(defaultText) : defaultText
}

function tableOf(options: OptionTable): string {
  const rows = Object.entries(options).map(([name, row]) =>
    [code(name), code(row.type), defaultOf(row), row.description])
  return markdownTable(['option', 'type', 'default', 'meaning'], rows)
}

const ofStreamAlone = Object.fromEntries(
  Object.entries(streamOptionTable).filter(([name]) => !Object.hasOwn(classifyOptionTable, name)))

export const optionPage = (): string => `# Options

<!-- Written by \`npm run docs\` from packages/core/src/options/option-table.ts. -->

An unknown name is refused with \`option-unknown\`, a wrong value with \`option-invalid\`; the message says what is allowed.
\`undefined\` is the same as leaving an option out.

## createClassifier(options)

${tableOf(createOptionTable)}

### inputs

${tableOf(inputOptionTable)}

### batching

${tableOf(batchingOptionTable)}

### worker

\`true\` is an object without fields. See [the decision](decisions/0016-workers.md) for what a worker is given.

${tableOf(workerOptionTable)}

### executionProviders

A name, or \`{ name, ...options }\` with onnxruntime's own options of that provider, or a list of these:
${executionProviderNames.map(code).join(', ')}.

## classifier.classify(picture, options), classifyDetailed(picture, options)

${tableOf(classifyOptionTable)}

## classifier.embed(picture, options)

${tableOf(embedOptionTable)}

## classifier.classifyStream(source, options)

Those of \`classify\`, for every picture, and:

${tableOf(ofStreamAlone)}

## classify(picture, options)

The function that needs no classifier takes all of the above. Calls with the same creation options share one classifier,
and \`signal\` stops the one call that it is given to.
`
