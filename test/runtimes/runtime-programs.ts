// The table of JavaScript runtimes that the contract is run on: names, npm packages that carry their programs, arguments.

export interface RuntimeProgram {
  readonly name: string
  /** What npm installs; null for the Node that runs the tests. */
  readonly install: string | null
  /** The program within the package's folder. */
  readonly program: string
  readonly packageName: string
  /** Words before the script. */
  readonly words: readonly string[]
}

const system = `${process.platform}-${process.arch}`
const windows = process.platform === 'win32' ? '.exe' : ''

const node = (version: string): RuntimeProgram => ({
  name: `Node ${version.split('.')[0]}`,
  install: `node-${system}@${version}`,
  packageName: `node-${system}`,
  program: `bin/node${windows}`,
  words: [],
})

const denoSystems: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-glibc',
  'linux-arm64': 'linux-arm64-glibc',
}

/** Versions are pinned, so that a table written today can be written again. */
export const runtimePrograms: readonly RuntimeProgram[] = [
  { name: 'Node 20', install: null, packageName: '', program: '', words: [] },
  node('22.23.3'),
  node('24.9.0'),
  node('26.9.0'),
  {
    name: 'Bun 1.4',
    install: `@oven/bun-${system}@1.4.5`,
    packageName: `@oven/bun-${system}`,
    program: `bin/bun${windows}`,
    words: ['run'],
  },
  {
    name: 'Deno 2.9',
    install: `@deno/${denoSystems[system] ?? system}@2.9.6`,
    packageName: `@deno/${denoSystems[system] ?? system}`,
    program: `deno${windows}`,
    words: ['run', '--allow-all', '--quiet', '--node-modules-dir=manual'],
  },
]
