import { expect, test } from 'vitest'
import { child, children, filesUnder, isForTests, lineOf, literal, type Node, nameOf, parse, quasis, read } from './source.ts'

/** Attributes and params that a reader sees or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'content',
  'text',
  'titleText',
  'summaryText',
  'label',
  'legend',
  'hint',
  'lead',
  'sub',
  'html',
])
/** These speak only on our own components. */
const ownOnly = new Set(['html', 'text', 'label'])
/** Metadata whose content is for machines. */
const machineMeta = new Set(['viewport', 'robots', 'og:type', 'twitter:card'])

const isWord = (text: string): boolean => /\p{L}{2}/u.test(text)

/** Words written in an expression: in a text, a template, either side of a choice. What is called or looked up is no word. */
const wordsIn = (node: Node | undefined): string[] => {
  if (!node) return []
  const text = literal(node)
  if (text !== null) return isWord(text) ? [text] : []
  switch (node.type) {
    case 'JSXExpressionContainer':
      return wordsIn(child(node, 'expression'))
    case 'TemplateLiteral':
      return quasis(node).filter(isWord)
    case 'ConditionalExpression':
      return [...wordsIn(child(node, 'consequent')), ...wordsIn(child(node, 'alternate'))]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^[=!<>]/.test(String(node.operator)) ? [] : [...wordsIn(child(node, 'left')), ...wordsIn(child(node, 'right'))]
    default:
      return []
  }
}

const attributeOf = (element: Node, name: string): string | null =>
  literal(
    child(
      children(element, 'attributes').find((a) => nameOf(child(a, 'name')) === name),
      'value',
    ),
  )

const faultsInElement = (element: Node): [Node, string][] => {
  const tag = nameOf(child(element, 'name'))
  const isElement = /^[a-z]/.test(tag)
  const machine = tag === 'meta' && machineMeta.has(attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? '')
  return children(element, 'attributes').flatMap((attribute) => {
    const name = nameOf(child(attribute, 'name'))
    if (!spoken.has(name) || machine || (isElement && ownOnly.has(name))) return []
    return wordsIn(child(attribute, 'value')).map((text): [Node, string] => [attribute, text])
  })
}

const englishIn = (path: string, code: string): string[] =>
  parse(path, code)
    .flatMap((node): [Node, string][] => {
      if (node.type === 'JSXText') return isWord(String(node.value)) ? [[node, String(node.value).trim()]] : []
      if (node.type === 'JSXElement' || node.type === 'JSXFragment')
        return children(node, 'children').flatMap((inner) =>
          inner.type === 'JSXExpressionContainer' ? wordsIn(inner).map((text): [Node, string] => [inner, text]) : [],
        )
      return node.type === 'JSXOpeningElement' ? faultsInElement(node) : []
    })
    .map(([node, text]) => `${path}:${lineOf(code, node)} ${text}`)

/** govuk-frontend's own defaults, which its fixtures ask for. Pages pass the pack's words instead. */
const defaults = ['Emergency', 'Exit this page', 'Back', 'Warning']

test('no words for the public stand in code', () => {
  const files = filesUnder('src/web').filter((path) => path.endsWith('.tsx') && !isForTests(path))
  expect(files.length).toBeGreaterThan(30)
  const faults = files.flatMap((path) => englishIn(path, read(path)))
  expect(faults.filter((fault) => !(fault.startsWith('src/web/govuk/') && defaults.some((words) => fault.endsWith(` ${words}`))))).toEqual(
    [],
  )
})

test.each([
  '<p>Hello</p>',
  '<p>\n  Ring {number}\n</p>',
  "<p>{'Hello'}</p>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code of a component.
  '<p>{`Ring ${number}`}</p>',
  "<p>{open ? 'Open' : null}</p>",
  "<p>{name ?? 'unknown'}</p>",
  "<p>{'Ring ' + number}</p>",
  '<a aria-label="Back">x</a>',
  "<img alt={'A car wash'} />",
  '<Button text="Continue" />',
  '<Masthead title="News" />',
  '<meta name="description" content="A site" />',
  '<input placeholder="Search" />',
  '<>Hello</>',
])('words in code are seen: %s', (jsx) => {
  expect(englishIn('src/web/a.tsx', `const a = () => ${jsx}`).length).toBeGreaterThan(0)
})

test.each([
  '<p class="lead">{say(\'home.any\')} · {number}.</p>',
  '<a href="/get-help" aria-labelledby="danger">{name}: {x}</a>',
  '<meta name="viewport" content="width=device-width, initial-scale=1" />',
  '<input type="hidden" name="so-far" value={sealed} />',
  '<Drawing site={site} name={sector.id} />',
  "<p>{kind === 'open' ? say('a.b') : null}{' '}</p>",
])('what is no word is not called one: %s', (jsx) => {
  expect(englishIn('src/web/a.tsx', `const a = () => ${jsx}`)).toEqual([])
})
