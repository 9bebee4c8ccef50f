// npm run golden:models: models/<name> in; golden.json, the logits that a right session gives for a few pictures, out.
import { join } from 'node:path'
import { Command } from 'commander'
import { writeGolden } from './write-golden'

const program = new Command('golden:models')
  .description('Writes the golden vectors of exported models and names them in their manifests.')
  .argument('<names...>', 'folders in models/')

program.parse()
for (const name of program.args) {
  const { file, sha256 } = await writeGolden(join('models', name))
  console.log(`${join('models', name, file)}: ${sha256}`)
}
