// One name for every runtime: what a platform's package gives comes in, the same names go out.
export * from '@stylelens/node'
