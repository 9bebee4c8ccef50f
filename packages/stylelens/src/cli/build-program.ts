// A terminal in; the commands of the command line with their options and help out.
import { Command, Option } from 'commander'
import packageJson from '../../package.json'
import { classifyCommand } from './classify-command'
import type { ClassifyFlags } from './classify-command'
import { modelsCommand } from './models-command'
import { readCount, readNames, readProbability, readTopK } from './read-arguments'
import type { Terminal } from './terminal'

const examples = `
Examples:
  $ stylelens shirt.jpg
  $ stylelens classify photos/ --recursive --top-k 1
  $ curl -s https://example.com/shoe.png | stylelens classify - --json

Exit code: 0 all answered, 1 a picture failed, 2 nothing could be done.`

function addClassify(program: Command, terminal: Terminal): void {
  program
    .command('classify', { isDefault: true })
    .description('say what is worn in pictures')
    .argument('<pictures...>', 'files, folders, addresses, or - for standard input')
    .addOption(new Option('-k, --top-k <number>', 'answers per picture, or "all"').argParser(readTopK).default(3))
    .addOption(
      new Option('--score-threshold <number>', 'leave out what is less probable, 0 to 1').argParser(readProbability),
    )
    .option('-m, --model <name>', 'an embedded model (see "stylelens models"), or a folder with a manifest.json')
    .addOption(
      new Option('-p, --provider <names>', 'execution providers in order of preference, e.g. cuda,cpu,wasm').argParser(
        readNames,
      ),
    )
    .option('--preprocess <mode>', 'auto, fashion-mnist or raw')
    .addOption(new Option('--threads <number>', 'threads that one run may use').argParser(readCount))
    .option('-r, --recursive', 'look into the folders of a folder too')
    .option('--json', 'one JSON object a line, failures among them')
    .action((pictures: string[], flags: ClassifyFlags) => classifyCommand(pictures, flags, terminal))
}

function addModels(program: Command, terminal: Terminal): void {
  program
    .command('models')
    .description('list the embedded models')
    .option('--json', 'one JSON object a line')
    .action((flags: { json?: boolean }) => modelsCommand(flags, terminal))
}

export function buildProgram(terminal: Terminal): Command {
  const program = new Command('stylelens')
    .description('Say what is worn in a picture.')
    .version(packageJson.version, '-v, --version', 'print the version')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .exitOverride()
    .addHelpText('after', examples)
  addClassify(program, terminal)
  addModels(program, terminal)
  return program
}
