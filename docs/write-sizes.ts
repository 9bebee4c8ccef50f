// npm run docs:sizes: the built browser packages in; their sizes in the README of @stylelens/web out.
import { readFileSync, writeFileSync } from 'node:fs'
import { replaceBetween } from './replace-between'
import { sizeTable } from './size-table'

const readme = new URL('../packages/web/README.md', import.meta.url)
writeFileSync(readme, replaceBetween(readFileSync(readme, 'utf8'), 'sizes', sizeTable()))
console.log('Wrote packages/web/README.md')
