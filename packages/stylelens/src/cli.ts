#!/usr/bin/env node
// The arguments of the command line in; answers on standard output and an exit code out.
import { buildProgram } from './cli/build-program'
import { runProgram } from './cli/run-program'

void runProgram(buildProgram(process), process)
