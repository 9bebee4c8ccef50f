// Installs the backend webgpu into this folder, at the locked versions; it is too large to come with every npm ci.
import '../../setup/require-node.mjs'
import { fileURLToPath } from 'node:url'
import { installAdvice } from '../../setup/install-advice.mjs'
import { runMain } from '../../setup/run-main.mjs'
import { runNpm } from '../../setup/run-tool.mjs'
import { step } from '../../setup/step.mjs'
import { StepError } from '../../setup/step-error.mjs'

runMain(async () => {
  await step('Installing tfjs-backend-webgpu and webgpu (162 MB)', install)
  console.log('The backend webgpu is installed: npm run train -- --backend webgpu')
})

// Without peers: the backend has to find the tfjs-core of the whole project, as two would know nothing of each other.
async function install() {
  const options = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await runNpm(options, { folder: fileURLToPath(new URL('.', import.meta.url)) })
  if (code !== 0) throw new StepError('npm could not install the backend webgpu.', { output, advice: installAdvice(output) })
}
