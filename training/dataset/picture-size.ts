// Nothing in; out come the measures of one Fashion-MNIST picture and the number of its classes.

/** Width and height of one picture in pixels. */
export const PICTURE_SIDE = 28

/** Pixels of one picture, row by row from the top left. */
export const PICTURE_PIXELS = PICTURE_SIDE * PICTURE_SIDE

/** Classes of clothing, labelled 0 to 9. */
export const CLASS_COUNT = 10
