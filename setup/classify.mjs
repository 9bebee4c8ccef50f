// Words of the command line in, the exit code of `stylelens classify` out: on the samples, or on the caller's pictures.
import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build } from './build.mjs'
import { installToClassify } from './install.mjs'
import { fromRoot } from './root.mjs'
import { runProgram } from './run-tool.mjs'
import { StepError } from './step-error.mjs'

/** @param {string[]} words what follows `npm start --` */
export async function classify(words) {
  await installToClassify()
  await build(['core', 'node', 'stylelens'])
  const caller = process.env.INIT_CWD ?? process.cwd()
  const pictures = namesPicture(words, caller) ? [] : samplePictures(caller)
  const command = [fromRoot('packages/stylelens/dist/cli.js'), 'classify', ...pictures, ...words]
  const { code } = await runProgram(process.execPath, command, { folder: caller, show: true })
  return code
}

// Options alone (`--top-k 1`) are for the samples; a first word that is no option is a picture, even a misspelt one.
function namesPicture(words, caller) {
  const [first] = words
  if (first === undefined) return false
  return !first.startsWith('-') || words.some((word) => /^https?:/.test(word) || existsSync(resolve(caller, word)))
}

function samplePictures(caller) {
  const folder = fromRoot('samples/pictures')
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.png'))
        .sort()
    : []
  if (names.length === 0)
    throw new StepError('There are no sample pictures in samples/pictures.', {
      advice: 'Name a picture: npm start -- my.jpg',
    })
  return names.map((name) => relative(caller, join(folder, name)))
}
