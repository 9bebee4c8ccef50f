// Why onnxruntime-node could not be imported in; what is missing, with its mend, out.
import { glibcVersion } from './glibc-version'
import type { MissingPart } from './missing-part'

/** What the explanation depends on beside the error. */
export interface Machine {
  readonly platform: string
  readonly architecture: string
  /** Undefined where there is none. */
  readonly glibc: string | undefined
}

type Judge = (message: string, machine: Machine) => MissingPart | undefined

/** Platforms that onnxruntime-node 1.30 carries libraries for. */
const carried = ['linux x64', 'linux arm64', 'darwin arm64', 'win32 x64', 'win32 arm64']

const wasm = "Or ask for the provider 'wasm', which needs none."
const again = `Run \`ONNXRUNTIME_NODE_INSTALL=skip npm install\`: the CPU needs none of its downloads. ${wasm}`
const afresh = 'Run `ONNXRUNTIME_NODE_INSTALL=skip npm install --force onnxruntime-node`.'

const systemOf = ({ platform, architecture }: Machine) => `${platform} ${architecture}`

const noBinaryMade: Judge = (_, machine) => {
  const system = systemOf(machine)
  if (carried.includes(system)) return undefined
  const intelMac = system === 'darwin x64' ? ' (Intel Macs have had none since 1.24)' : ''
  return { missing: `a binary of onnxruntime-node for ${system}${intelMac}`, mend: "Ask for the provider 'wasm'." }
}

const noGlibc: Judge = (_, { platform, glibc }) =>
  platform !== 'linux' || glibc !== undefined
    ? undefined
    : { missing: 'glibc, in whose place this system has musl', mend: `Use an image like \`node:22-slim\`. ${wasm}` }

/** `version 'GLIBC_2.28' not found` */
const oldGlibc: Judge = (message, { glibc }) => {
  const version = /version [`'"]?((?:GLIBC|GLIBCXX|CXXABI)_[\d.]+)/.exec(message)?.[1]
  if (version === undefined) return undefined
  const runs = glibc === undefined ? '' : ` (glibc ${glibc} is here)`
  return { missing: `${version}${runs}`, mend: `Use Debian 10, Ubuntu 20.04, RHEL 8 or later. ${wasm}` }
}

const noLibrary: Judge = (message) => {
  const library = /(lib[\w+-]+\.so[\w.]*): cannot open shared object file/.exec(message)?.[1]
  if (library === undefined) return undefined
  if (library.startsWith('libonnxruntime')) return { missing: library, mend: `${afresh} ${wasm}` }
  const debian = library.startsWith('libstdc++') ? 'libstdc++6' : undefined
  const mend = debian === undefined ? 'Install it with the system\'s packages.' : `Run \`apt-get install ${debian}\`.`
  return { missing: library, mend: `${mend} ${wasm}` }
}

const removedBinary: Judge = (message, machine) =>
  /onnxruntime_binding\.node'?/.test(message) && /cannot find module/i.test(message)
    ? {
        missing: `the binary for ${systemOf(machine)} in onnxruntime-node`,
        mend: `It was removed, or installed for another system. ${afresh} ${wasm}`,
      }
    : undefined

const noPackage: Judge = (message) =>
  /cannot find (package|module)|could not resolve|not found/i.test(message)
    ? { missing: 'the package onnxruntime-node', mend: again }
    : undefined

const judges: readonly Judge[] = [noBinaryMade, noGlibc, oldGlibc, noLibrary, removedBinary, noPackage]

const thisMachine = (): Machine => ({
  platform: process.platform,
  architecture: process.arch,
  glibc: process.platform === 'linux' ? glibcVersion() : undefined,
})

/** The first judge that recognises the failure; else the words of the failure itself. */
export function explainUnloadable(error: unknown, machine: Machine = thisMachine()): MissingPart {
  const message = String((error as Error | undefined)?.message ?? error)
  for (const judge of judges) {
    const part = judge(message, machine)
    if (part !== undefined) return part
  }
  return { missing: `an onnxruntime-node that loads here: ${message.split('\n')[0]}`, mend: again }
}
