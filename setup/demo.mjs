// `npm run demo` serves the page of examples/browser, `npm run build:demo` writes its folder; what they need is built.
import './require-node.mjs'
import { build } from './build.mjs'
import { installEverything } from './install.mjs'
import { fromRoot } from './root.mjs'
import { runMain } from './run-main.mjs'
import { runPackage } from './run-tool.mjs'

runMain(async (words) => {
  await installEverything()
  await build(['core', 'web', 'web-asyncify'])
  const { code } = await runPackage('tsx', [fromRoot('examples/browser/run-demo.ts'), ...words], { show: true })
  return code
})
