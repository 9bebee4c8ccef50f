// A terminal in; the commands of the command line with their options and help out.
import { Command, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../package.json'
import { defaultOptions, inputLayouts, namingStyles, weightFormats } from '../conversion-options'
import { convertCommand } from './convert-command'
import type { ConvertFlags } from './convert-command'
import { inspectCommand } from './inspect-command'
import type { Terminal } from './terminal'

const examples = `
Examples:
  $ tfjs-to-onnx model.json model.onnx
  $ tfjs-to-onnx model.json model-int8.onnx --weights int8 --report report.json
  $ tfjs-to-onnx inspect model.onnx

Exit code: 0 done, 1 the model was refused, 2 the words on the command line are wrong.`

function readOpset(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Pass a whole number, 13 to 21.')
}

function addConvert(program: Command, terminal: Terminal): void {
  program
    .command('convert', { isDefault: true })
    .description('turn a saved layers model into an ONNX file')
    .argument('<model.json>', 'as model.save() wrote it, its weights beside it')
    .argument('<out.onnx>', 'the file to write')
    .addOption(new Option('--opset <number>', '13 to 21').argParser(readOpset).default(defaultOptions.opset))
    .addOption(
      new Option('--weights <format>', 'how learned numbers are stored')
        .choices(weightFormats)
        .default(defaultOptions.weights),
    )
    .addOption(
      new Option('--input-layout <layout>', 'layout and type of the input')
        .choices(inputLayouts)
        .default(defaultOptions.inputLayout),
    )
    .addOption(
      new Option('--names <style>', 'what tensors inside the graph are called')
        .choices(namingStyles)
        .default(defaultOptions.names),
    )
    .option('--no-fold-batch-norm', 'keep BatchNormalization as nodes of their own')
    .option('--no-merge-branches', 'keep convolutions that are added up as nodes of their own')
    .option('--report <file>', 'write what was done as JSON')
    .action((source: string, target: string, flags: ConvertFlags) => convertCommand(source, target, flags, terminal))
}

function addInspect(program: Command, terminal: Terminal): void {
  program
    .command('inspect')
    .description('say what an ONNX file holds and where its operators run')
    .argument('<model.onnx>', 'any ONNX file')
    .option('--json', 'as JSON')
    .action((path: string, flags: { json?: boolean }) => inspectCommand(path, flags, terminal))
}

export function buildProgram(terminal: Terminal): Command {
  const program = new Command('tfjs-to-onnx')
    .description('Turns a TensorFlow.js layers model into ONNX.')
    .version(packageJson.version, '-v, --version', 'print the version')
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    })
    .exitOverride()
    .addHelpText('after', examples)
  addConvert(program, terminal)
  addInspect(program, terminal)
  return program
}
