/** Photos of one event's paper sheet: a page of it has room for about twenty people. */
export const mostSheetPhotos = 8
/** What is kept of one: its longest side, in pixels, at which a row of handwriting can be read. */
export const sheetPhotoSide = 2400
