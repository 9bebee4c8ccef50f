// npm run docs: code, models and built packages in; the generated tables and the examples' outputs in the documents out.
import { existsSync, writeFileSync } from 'node:fs'
import { runNode } from '../test/package/run-command'
import { generatedTexts, readDocument, root } from './generated-texts'
import { readTranscripts, replaceOutputs } from './transcripts'

const examples = 'examples/node/README.md'

async function examplesText(): Promise<string> {
  const document = readDocument(examples)
  const outputs: string[] = []
  for (const { words } of readTranscripts(document)) {
    const { code, stdout, stderr } = await runNode(words, root)
    if (code !== 0) throw new Error(`node ${words.join(' ')} ended with code ${code}: ${stderr}`)
    outputs.push(stdout)
  }
  return replaceOutputs(document, outputs)
}

for (const { path, text } of await generatedTexts()) {
  writeFileSync(`${root}${path}`, text)
  console.log(`Wrote ${path}`)
}
if (existsSync(`${root}packages/stylelens/dist`)) {
  writeFileSync(`${root}${examples}`, await examplesText())
  console.log(`Wrote ${examples}`)
} else {
  console.log(`Left ${examples} as it is: run \`npm run build\` first, then this again.`)
}
