import sharp from 'sharp'

/** Drawn here, so that nothing on them is real: a van in front of a house, and a yard with a container. */
const drawings = [
  `<rect width="800" height="600" fill="#b9c7cf"/><rect y="430" width="800" height="170" fill="#6d6f70"/>
   <rect x="80" y="120" width="300" height="320" fill="#a5684f"/><rect x="120" y="170" width="80" height="90" fill="#d8d2bd"/><rect x="250" y="170" width="80" height="90" fill="#d8d2bd"/>
   <path d="M400 470V300h230l90 90v80z" fill="#f2f2ee"/><circle cx="470" cy="475" r="38" fill="#222"/><circle cx="650" cy="475" r="38" fill="#222"/>`,
  `<rect width="800" height="600" fill="#c9c2b4"/><rect y="400" width="800" height="200" fill="#85807a"/>
   <rect x="180" y="220" width="460" height="200" fill="#3f6a7a"/><path d="M240 220v200M300 220v200M360 220v200M420 220v200M480 220v200M540 220v200M600 220v200" stroke="#345866" stroke-width="6"/>
   <rect x="560" y="270" width="60" height="150" fill="#29444f"/>`,
]

/** Two pictures as a phone would send them. */
export const madeUpPictures = (): Promise<Uint8Array[]> =>
  Promise.all(
    drawings.map(async (shapes) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="1200" height="900">${shapes}</svg>`
      return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer())
    }),
  )
