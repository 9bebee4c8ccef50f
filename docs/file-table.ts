// The published files of Fashion-MNIST in, their names, sizes and checksums as the table in training/README.md out.
import { PUBLISHED_FILES } from '../training/dataset/dataset-files'
import { markdownTable } from './markdown-table'

export const fileTable = (): string => markdownTable(
  ['file', 'bytes', 'MD5'],
  PUBLISHED_FILES.map(({ name, size, md5 }) => [name, size.toLocaleString('en'), `\`${md5}\``]),
)
