import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Palette } from '../../domain/brand/palette.ts'

/** A file that pages ask for, under an address that changes with its content, so that it may be kept for ever. */
export type Asset = { path: string; type: string; bytes: Buffer }

export type Assets = {
  url(name: string): string
  all: readonly Asset[]
  /** For who asks for /favicon.ico by habit. */
  favicon: Buffer
  /** The same as a `data:` address: in the page it saves the first view a request (QUALITY.md, first view). */
  icon: string
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

/** Reads the built assets, puts the brand's colours into the first stylesheet, and names each by its content. */
export const loadAssets = (folder: string, palette: Palette): Assets => {
  const urls = new Map<string, string>()
  const all: Asset[] = []
  const add = (name: string, bytes: Buffer) => {
    const [stem, ending = ''] = [name.replace(/\.[^.]+$/, ''), name.split('.').at(-1)]
    const path = `/assets/${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${ending}`
    urls.set(name, path)
    all.push({ path, type: types[ending] ?? 'application/octet-stream', bytes })
  }
  const files = readdirSync(folder).sort()
  for (const file of files.filter((f) => !f.endsWith('.css'))) add(file, readFileSync(join(folder, file)))
  for (const file of files.filter((f) => f.endsWith('.css'))) {
    const css = readFileSync(join(folder, file), 'utf8').replace(
      /\/assets\/([\w-]+\.\w+)/g,
      (whole, name: string) => urls.get(name) ?? whole,
    )
    add(file, Buffer.from(file === 'first.css' ? brandCss(palette) + css : css))
  }
  const icon = favicon(palette)
  return {
    favicon: Buffer.from(icon),
    icon: `data:image/svg+xml,${icon.replace(/[#<>" ]/g, encodeURIComponent)}`,
    all,
    url: (name) => {
      const url = urls.get(name)
      if (!url) throw new Error(`no asset ${name}`)
      return url
    },
  }
}

/** The brand as custom properties: our own by role, and those that govuk-frontend reads. */
const brandCss = (p: Palette): string => {
  const govuk = {
    brand: p.deep,
    text: p.ink,
    'inverse-text': p.white,
    'secondary-text': p.muted,
    'template-background': p.deeper,
    'body-background': p.paper,
    focus: p.sun,
    'focus-text': p.ink,
    error: p.brick,
    success: p.deep,
    border: p.line,
    'input-border': p.ink,
    hover: p.line,
    link: p.link,
    'link-visited': p.visited,
    'link-hover': p.deeper,
    'link-active': p.ink,
    'surface-background': p.chalk,
    'surface-text': p.ink,
    'surface-border': p.edge,
  }
  const own = Object.entries(p).map(([name, hex]) => `--${name}:${hex}`)
  const theirs = Object.entries(govuk).map(([name, hex]) => `--govuk-${name}-colour:${hex}`)
  return `:root{${[...own, ...theirs].join(';')}}`
}

const favicon = (p: Palette): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="${p.deep}"/><path fill="${p.paper}" d="M29 11h6v52h-6z"/><path fill="${p.sun}" d="M17 19h24l11 9-11 9H17z"/></svg>`
