// A terminal in; the commands of the command line with their options and help out.
import { Command, Option } from 'commander'
import packageJson from '../../package.json'
import { benchCommand } from './bench-command'
import type { BenchFlags } from './bench-command'
import { classifyCommand } from './classify-command'
import type { ClassifyFlags } from './classify-command'
import { doctorCommand } from './doctor-command'
import type { DoctorFlags } from './doctor-command'
import { explainCommand } from './explain/explain-command'
import type { ExplainFlags } from './explain/explain-command'
import { modelsCommand } from './models-command'
import { pruneCommand } from './prune/prune-command'
import type { PruneFlags } from './prune/prune-command'
import {
  readCount,
  readCounts,
  readNames,
  readPlatforms,
  readProbability,
  readSeconds,
  readTopK,
} from './read-arguments'
import type { Terminal } from './terminal'

const examples = `
Examples:
  $ stylelens shirt.jpg
  $ stylelens classify photos/ --recursive --top-k 1
  $ curl -s https://example.com/shoe.png | stylelens classify - --json
  $ stylelens explain shirt.jpg
  $ stylelens doctor --provider cuda

Exit code: 0 all answered, 1 a picture failed or the doctor found something missing, 2 nothing could be done.`

/** For every command that loads a classifier. */
function addCreationOptions(command: Command): Command {
  return command
    .option('-m, --model <name>', 'an embedded model (see "stylelens models"), or a folder with a manifest.json')
    .addOption(
      new Option('-p, --provider <names>', 'execution providers in order of preference, e.g. cuda,cpu,wasm').argParser(
        readNames,
      ),
    )
    .option('--preprocess <mode>', 'auto, fashion-mnist or raw')
    .addOption(new Option('--threads <number>', 'threads that one run may use').argParser(readCount))
}

function addClassify(program: Command, terminal: Terminal): void {
  const command = program
    .command('classify', { isDefault: true })
    .description('say what is worn in pictures')
    .argument('<pictures...>', 'files, folders, addresses, or - for standard input')
    .addOption(new Option('-k, --top-k <number>', 'answers per picture, or "all"').argParser(readTopK).default(3))
    .addOption(
      new Option('--score-threshold <number>', 'leave out what is less probable, 0 to 1').argParser(readProbability),
    )
  addCreationOptions(command)
    .option('-r, --recursive', 'look into the folders of a folder too')
    .option('--json', 'one JSON object a line, failures among them')
    .action((pictures: string[], flags: ClassifyFlags) => classifyCommand(pictures, flags, terminal))
}

function addExplain(program: Command, terminal: Terminal): void {
  const command = program
    .command('explain')
    .description('write a page that shows what the network made of a picture')
    .argument('<picture>', 'a file, an address, or - for standard input')
    .option('-o, --output <file>', 'the page (default: the name of the picture and .explained.html)')
  addCreationOptions(command)
    .option('--json', 'one JSON object with its figures instead of its path')
    .action((picture: string, flags: ExplainFlags) => explainCommand(picture, flags, terminal))
}

function addModels(program: Command, terminal: Terminal): void {
  program
    .command('models')
    .description('list the embedded models')
    .option('--json', 'one JSON object a line')
    .action((flags: { json?: boolean }) => modelsCommand(flags, terminal))
}

function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('say what this machine can run, and what brings what it lacks')
    .addOption(
      new Option('-p, --provider <names>', 'end with 1 unless all of these are there; otherwise any will do').argParser(
        readNames,
      ),
    )
    .option('--json', 'one JSON object')
    .action((flags: DoctorFlags) => doctorCommand(flags, terminal))
}

function addPrune(program: Command, terminal: Terminal): void {
  program
    .command('prune')
    .description("remove onnxruntime-node's native libraries of other platforms (say what would go; --yes does it)")
    .argument('[folder]', 'the project', '.')
    .addOption(
      new Option('--keep <platforms>', 'platforms to keep, e.g. linux-x64,linux-arm64 (default: this one)').argParser(
        readPlatforms,
      ),
    )
    .option('-y, --yes', 'remove them')
    .option('--json', 'one JSON object')
    .action((folder: string, flags: PruneFlags) => pruneCommand(folder, flags, terminal))
}

function addBench(program: Command, terminal: Terminal): void {
  program
    .command('bench')
    .description('measure a model on the execution providers of this machine')
    .option('-m, --model <name>', 'an embedded model, or a folder with a manifest.json')
    .addOption(
      new Option('-p, --provider <names>', 'execution providers (default: those that this machine has)').argParser(
        readNames,
      ),
    )
    .addOption(
      new Option('--threads <numbers>', 'threads to try on the CPU (default: 1 and all)').argParser(readCounts),
    )
    .addOption(new Option('--batch <numbers>', 'pictures in one run').argParser(readCounts).default([1, 32], '1,32'))
    .addOption(new Option('--seconds <number>', 'most time for each row').argParser(readSeconds).default(10))
    .option('--json', 'one JSON object a line')
    .action((flags: BenchFlags) => benchCommand(flags, terminal))
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
  addExplain(program, terminal)
  addModels(program, terminal)
  addDoctor(program, terminal)
  addPrune(program, terminal)
  addBench(program, terminal)
  return program
}
