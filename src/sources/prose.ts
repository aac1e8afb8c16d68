// An HTML tree as plain paragraphs: blocks become lines apart, markup and furniture go.

const furniture = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV FORM BUTTON SVG IFRAME OBJECT SELECT INPUT TEXTAREA FIGURE VIDEO AUDIO HEAD DIALOG'.split(
    ' ',
  ),
)
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH ' +
    'THEAD TR UL'
  ).split(' '),
)

/** What of a DOM node is read here: linkedom's nodes have it. */
export interface MarkupNode {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<MarkupNode>
}

/** The text under `root`: one paragraph a line, an empty line between; white space within runs together. Any depth, linear time. */
export function proseOf(root: MarkupNode): string {
  const parts: string[] = []
  // An explicit stack: a hostile page nests deeper than the call stack holds.
  const stack: (MarkupNode | string)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (typeof node === 'string') parts.push(node)
    else if (node.nodeType === 3) parts.push((node.textContent ?? '').replace(/\s+/g, ' '))
    else openNode(node, stack)
  }
  return paragraphs(parts.join(''))
}

function openNode(node: MarkupNode, stack: (MarkupNode | string)[]): void {
  const name = node.nodeName.toUpperCase()
  if (furniture.has(name)) return
  if (name === 'BR') {
    stack.push('\n')
    return
  }
  const edge = blocks.has(name) ? '\n\n' : ''
  if (edge) stack.push(edge)
  stack.push(...[...node.childNodes].reverse())
  if (edge) stack.push(edge)
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
        .filter(Boolean)
        .join('\n'),
    )
    .filter(Boolean)
    .join('\n\n')
}
