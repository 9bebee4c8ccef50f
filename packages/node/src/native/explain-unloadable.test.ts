// Failures of importing onnxruntime-node on many machines in; what is missing there, and its mend, out.
import { expect, it } from 'vitest'
import { explainUnloadable } from './explain-unloadable'
import type { Machine } from './explain-unloadable'

const debian: Machine = { platform: 'linux', architecture: 'x64', glibc: '2.36' }

it.each<[string, Machine, string, string, RegExp]>([
  ['not installed', debian, "Cannot find package 'onnxruntime-node' imported from /a.js",
    'the package onnxruntime-node', /ONNXRUNTIME_NODE_INSTALL=skip npm install/],
  ['Alpine', { ...debian, glibc: undefined }, 'Error loading shared library ld-linux-x86-64.so.2: No such file',
    'glibc, in whose place this system has musl', /node:22-slim.*'wasm'/],
  ['old glibc', { ...debian, glibc: '2.17' },
    "/lib64/libm.so.6: version `GLIBC_2.27' not found (required by x.so)", 'GLIBC_2.27 (glibc 2.17 is here)',
    /Debian 10/],
  ['old libstdc++', debian, "libstdc++.so.6: version `GLIBCXX_3.4.22' not found", 'GLIBCXX_3.4.22 (glibc 2.36 is here)',
    /Debian 10/],
  ['no libstdc++', debian, 'libstdc++.so.6: cannot open shared object file: No such file', 'libstdc++.so.6',
    /apt-get install libstdc\+\+6/],
  ['no other library', debian, 'libatomic.so.1: cannot open shared object file: No such file or directory',
    'libatomic.so.1', /system's packages/],
  ['half a package', debian, 'libonnxruntime.so.1: cannot open shared object file: No such file or directory',
    'libonnxruntime.so.1', /npm install --force/],
  ['pruned for another platform', debian, "Cannot find module '../bin/napi-v6/linux/x64/onnxruntime_binding.node'",
    'the binary for linux x64 in onnxruntime-node', /npm install --force/],
  ['Intel Mac', { platform: 'darwin', architecture: 'x64', glibc: undefined },
    "Cannot find module '../bin/napi-v6/darwin/x64/onnxruntime_binding.node'",
    'a binary of onnxruntime-node for darwin x64 (Intel Macs have had none since 1.24)', /'wasm'/],
  ['FreeBSD', { platform: 'freebsd', architecture: 'x64', glibc: undefined }, 'Cannot find module',
    'a binary of onnxruntime-node for freebsd x64', /'wasm'/],
  ['something new', debian, 'file too short\nand more', 'an onnxruntime-node that loads here: file too short', /wasm/],
])('%s', (_, machine, message, missing, mend) => {
  expect(explainUnloadable(new Error(message), machine)).toEqual({ missing, mend: expect.stringMatching(mend) })
})

it('takes what is no Error, and this machine', () => {
  expect(explainUnloadable('broken').mend).not.toBe('')
})
