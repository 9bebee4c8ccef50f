// npm run demo: the page, built and served until Ctrl+C. npm run build:demo: the folder dist/, to be served by anyone.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildDemo } from './build/build-demo'
import { serveDemo } from './server/serve-demo'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4173' }, isolated: { type: 'boolean', default: false } },
})
const folder = fileURLToPath(new URL('dist', import.meta.url))

console.log('Building the page. The first time WebAssembly is compressed too, which takes a minute.')
await buildDemo({ folder, compress: true })
if (positionals[0] === 'build') {
  console.log(`Wrote ${folder}`)
} else {
  const { origin } = await serveDemo(folder, { port: Number(values.port), isolated: values.isolated })
  console.log(`${origin} (Ctrl+C ends it)`)
}
