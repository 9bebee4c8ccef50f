// Runs a script's main function and turns its outcome into the process's exit code.
import { printError } from './step-error.mjs'

export function runMain(main) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code ?? 0
    },
    (error) => {
      printError(error)
      process.exitCode = 1
    },
  )
}
