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
function colourOf(name: string, near: Element): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  near.parentElement!.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Hands the file to the browser's downloads. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
