// How long a side of a canvas and of a texture may be in every browser.

/** WebGL2 promises textures of 2048; every browser that draws pictures has 4096. */
export const tileSide = 4096
