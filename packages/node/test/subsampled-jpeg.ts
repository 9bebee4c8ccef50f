// The chroma subsampling of a JPEG in; a picture with hard edges in its colours that is stored so, out.

/** 32 x 32, 4:2:2, written by libjpeg-turbo, which sharp does not offer. */
const encoded = `
/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO
UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
T09PT09PT0//wAARCAAgACADASEAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABAb/xAApEAABAwQBAQcFAAAAAAAAAAACAQQR
AAMSQVJRExQhImOBwTEyNGFi/8QAGQEBAQEAAwAAAAAAAAAAAAAABgQBAgMF/8QALBEAAQEECQMEAwAAAAAAAAAAAQIAAxExBBIh
I0FRUmFxEzKhIkJTYoHh8P/aAAwDAQACEQMRAD8AiG7YRWW8kW0XpTLbYVPI5S9x1Oq9danXTCAboGKTiV5HaeA5btor0x3Zgtso
7wmHGN0y23JQQTFEs8txqpnrxZUsq7yLwaU5jeFszwySiPJeGHab5eGHY/19J/VLtN48uGXq/PtWPHvvqQjZU0/eEPMBObC6K83/
ACzLTbHXbz7xTLTaPNll6Xx7VGtUPTWjVtrfJ9d9M1cYMlor3+yYYtiFEVxBDpE60yy2JQyDws8dxuuTxT3qFBN6BFRwKMhvLAcs
Loj0QGTLbtsvx0wj7p3S7LcVPEBVL3LU7qBTxBSkp7CbsaVZnaNszxgyWivP2w27YRWW8kW0XpTLbYVPI5S9x1OqxanXTCAboGKT
iV5HaeA5YXRXpjuzBbZR3hMOMbpttuSggmKJZ5bjVTPXiypZV3kXg0pzG8LZnhklEeS8N//Z`

/** Horizontal and vertical samples of brightness for one of each colour. */
const samplings = { '4:2:2': 0x21, '4:4:0': 0x12 } as const

/** The same blocks read as 4:4:0 are another picture, and a valid one: as many of them, in the same order. */
export function subsampledJpeg(subsampling: keyof typeof samplings): Uint8Array {
  const bytes = Buffer.from(encoded, 'base64')
  const frame = bytes.indexOf(Buffer.of(0xff, 0xc0))
  // marker, length, precision, height, width, components, number of the first one
  bytes[frame + 11] = samplings[subsampling]
  return bytes
}
