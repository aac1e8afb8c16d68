// A drawn plot as an SVG file that stands alone: colours of the page written out, a title inside.

/** SVG text of `figure`'s plot as it looks now; null when nothing is drawn. Legends stay on the page. */
export function writeSvg(figure: Element, caption: string): string | null {
  const drawn = [...figure.querySelectorAll('svg')].reduce<SVGSVGElement | null>(
    (largest, svg) => (svg.clientWidth > (largest?.clientWidth ?? 0) ? svg : largest),
    null,
  )
  if (!drawn) return null
  const copy = drawn.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const page = getComputedStyle(drawn)
  copy.setAttribute('color', page.color)
  copy.setAttribute('font-family', page.fontFamily)
  copy.setAttribute('font-size', '10')
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = caption
  copy.prepend(title)
  return fillColours(new XMLSerializer().serializeToString(copy), (name) => colourOf(name, drawn))
}

/** Replaces each `var(--name)`. */
export const fillColours = (svg: string, resolve: (name: string) => string): string =>
  svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(name))

/** The colour a token has here and now: light or dark already chosen. */
export function colourOf(name: string, near: Element): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  near.parentElement!.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Pixels for each of the plot's own: sharp enough for print at column width. */
const density = 2

/** The SVG painted over `paper`, as PNG; null where the browser cannot. */
export async function paintPng(svg: string, paper: string): Promise<Blob | null> {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * density
    canvas.height = image.naturalHeight * density
    const pen = canvas.getContext('2d')!
    pen.fillStyle = paper
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((give) => canvas.toBlob(give, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}
