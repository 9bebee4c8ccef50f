// npm run docs:sizes: the built packages in; their sizes, and those of whole installations, in the documents out.
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './generated-texts'
import { installTable } from './install-table'
import { replaceBetween } from './replace-between'
import { sizeTable } from './size-table'

const tables = {
  'README.md': sizeTable(['core', 'node', 'web', 'web-asyncify', 'stylelens', 'tfjs-to-onnx']),
  'packages/web/README.md': sizeTable(['web', 'web-asyncify']),
  'docs/deployment.md': await installTable(),
}

for (const [path, table] of Object.entries(tables)) {
  writeFileSync(`${root}${path}`, replaceBetween(readFileSync(`${root}${path}`, 'utf8'), 'sizes', table))
  console.log(`Wrote ${path}`)
}
