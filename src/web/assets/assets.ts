import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Brand } from '../../domain/brand/brand.ts'
import { deskNightOf, deskPaletteOf } from '../../domain/brand/desk-palette.ts'
import { nightOf, type Palette, paletteOf } from '../../domain/brand/palette.ts'

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

/** Reads the built assets, puts the brand's colours into the first stylesheet of each page, and names each by its content. */
export const loadAssets = (folder: string, brand: Brand): Assets => {
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
    add(file, Buffer.from(coloursFor(file, brand) + css))
  }
  const icon = favicon(paletteOf(brand))
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

/** The brand's colours for the first stylesheet of a page; for one that comes after it, nothing. */
const coloursFor = (file: string, brand: Brand): string => {
  if (file === 'desk.css') return brandCss(deskPaletteOf(brand), deskNightOf(brand))
  return /^(?:first|tongues-\w+)\.css$/.test(file) ? brandCss(paletteOf(brand), nightOf(brand)) : ''
}

/** Roles that only other things than pages use. */
const elsewhere = new Set(['white', 'brick-pale'])

/** What drawings and the mark are made of: they keep their daylight by night, as a panel. */
const drawn = ['paper', 'deep', 'ground', 'sky'] as const

/** The colours of the brand by their role, by day, and by night where they differ, for who has asked for that. Paper is white. */
const brandCss = <Role extends string>(day: Record<Role | (typeof drawn)[number], string>, night: typeof day): string => {
  const set = (roles: readonly (keyof typeof day)[], from: typeof day): string => roles.map((role) => `--${role}:${from[role]}`).join(';')
  const roles = (Object.keys(day) as (keyof typeof day)[]).filter((role) => !elsewhere.has(role))
  const changed = roles.filter((role) => day[role] !== night[role])
  return `:root{${set(roles, day)}}@media screen and (prefers-color-scheme:dark){:root{${set(changed, night)}}.drawing,.pictured>svg,.brand svg{${set(drawn, day)}}}`
}

const favicon = (p: Palette): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="32" fill="${p.deep}"/><path fill="${p.paper}" d="M29 11h6v52h-6z"/><path fill="${p.sun}" d="M17 19h24l11 9-11 9H17z"/></svg>`
