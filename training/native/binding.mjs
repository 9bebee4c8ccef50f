// Where tfjs-node lies, and whether its binding loads: a small calculation in a process of its own.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../setup/run-tool.mjs'

export const nativeFolder = fileURLToPath(new URL('.', import.meta.url))
export const packageFolder = join(nativeFolder, 'node_modules', '@tensorflow', 'tfjs-node')

// tfjs-node 4.22 still calls two functions that Node 23 removed.
const calculation = `
  const util = require('util')
  util.isArray ??= Array.isArray
  util.isNullOrUndefined ??= (value) => value == null
  const tf = require('@tensorflow/tfjs-node')
  process.exit(tf.getBackend() === 'tensorflow' && tf.scalar(20).add(22).dataSync()[0] === 42 ? 0 : 1)`

/** Code 0: TensorFlow's C library computes. Otherwise the output says why not. */
export async function tryBinding() {
  if (!existsSync(join(packageFolder, 'package.json')))
    return { code: 1, output: '@tensorflow/tfjs-node is not installed.' }
  return runProgram(process.execPath, ['-e', calculation], { folder: nativeFolder, milliseconds: 60_000 })
}

export async function bindingLoads() {
  return (await tryBinding()).code === 0
}
