// What is known of a picture file before it is decoded.

export interface PictureHeader {
  /** Stored size, before any orientation. */
  readonly width: number
  readonly height: number
  /** EXIF, 1 to 8; 1 where the file says nothing. */
  readonly orientation: number
  /** Where the orientation stands in the file; undefined where it says nothing. */
  readonly orientationAt?: OrientationPlace
  /** Why the file cannot be whole; undefined where its structure reaches its end. */
  readonly damage?: string
}

/** The number is two bytes long. */
export interface OrientationPlace {
  readonly offset: number
  readonly littleEndian: boolean
}

export type Orientation = Pick<PictureHeader, 'orientation' | 'orientationAt'>

/** What the structure of a file says: its orientation still lies in its EXIF block, if it has one. */
export interface FileStructure extends Pick<PictureHeader, 'width' | 'height' | 'damage'> {
  readonly exif?: ExifPlace
}

/** A TIFF header and its directories. */
export interface ExifPlace {
  /** Where "II" or "MM" stands. */
  readonly start: number
  readonly end: number
}
