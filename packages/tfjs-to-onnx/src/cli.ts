#!/usr/bin/env node
// The arguments of the command line in; a file written, or facts about one on standard output, and an exit code out.
import { buildProgram } from './cli/build-program'
import { runProgram } from './cli/run-program'

void runProgram(buildProgram(process), process)
