import { openHeaders, safetyHeaders } from '../../http/headers.ts'
import type { StaticFile } from './files.ts'

type Addressed = Pick<StaticFile, 'name' | 'address' | 'type' | 'open'>

const forever = 'public, max-age=31536000, immutable'

/** What every host knows of endings by itself; nginx 1.26 does not know .ics. */
const known: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'application/xml',
  woff2: 'font/woff2',
  png: 'image/png',
  pdf: 'application/pdf',
  zip: 'application/zip',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Files whose type their ending does not tell. */
const isUnusual = ({ name, type }: Addressed): boolean => known[name.split('.').at(-1) ?? ''] !== type.split(';')[0]

/** Files that do not lie where their address says, whatever usual ending is tried. */
const elsewhere = (files: readonly Addressed[]): Addressed[] =>
  files.filter(({ name, address }) => address !== '/' && `/${name}` !== address && `/${name}` !== `${address}.html`)

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
const [safety, open] = [Object.entries(safetyHeaders), Object.entries(openHeaders)]

/** Netlify, Cloudflare Pages. A header stands in one rule only for each address: where two match they join the values. */
export const headersFile = (files: readonly Addressed[]): string =>
  lines(
    '/*',
    ...safety.map(([name, value]) => `  ${name}: ${value}`),
    '/assets/*',
    `  cache-control: ${forever}`,
    ...files.flatMap((file) => {
      const own = [...(isUnusual(file) ? [`  content-type: ${file.type}`] : []), ...(file.open ? open.map(([n, v]) => `  ${n}: ${v}`) : [])]
      return own.length ? [`${file.address}`, ...own] : []
    }),
  )

/** Netlify, Cloudflare Pages: both find `signs.html` for `/signs` by themselves. */
export const redirectsFile = (files: readonly Addressed[]): string =>
  lines('# address file status', ...elsewhere(files).map(({ name, address }) => `${address} /${name} 200`))

const pattern = (text: string): string => text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&')

/** Apache 2.4, where `AllowOverride All` lets a folder have its own settings. */
export const apacheFile = (files: readonly Addressed[]): string =>
  lines(
    'Options -Indexes -MultiViews',
    'DirectoryIndex index.html',
    '# /signs is signs.html, not the folder beside it.',
    'DirectorySlash Off',
    'ErrorDocument 404 /404.html',
    'AddCharset utf-8 .html .css .js .json .txt .xml .ics .svg',
    'AddType text/javascript .js',
    'AddType font/woff2 .woff2',
    '<FilesMatch "^[.]">',
    '  Require all denied',
    '</FilesMatch>',
    '# Apache takes .br for Breton.',
    'RemoveLanguage .br',
    'RemoveType .gz',
    'AddEncoding br .br',
    'AddEncoding gzip .gz',
    ...files
      .filter(isUnusual)
      .map(
        ({ name, type }) => `<FilesMatch "^${pattern(name.split('/').at(-1) ?? '')}([.](br|gz))?$">\n  ForceType "${type}"\n</FilesMatch>`,
      ),
    '<IfModule mod_headers.c>',
    ...safety.map(([name, value]) => `  Header always set ${name} "${value}"`),
    '  Header append Vary Accept-Encoding',
    `  Header set Cache-Control "${forever}" "expr=%{REQUEST_URI} =~ m#^/assets/#"`,
    ...files
      .filter((file) => file.open)
      .flatMap(({ address }) =>
        open.map(([name, value]) => `  Header set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#^${pattern(address ?? '')}([.](br|gz))?$#"`),
      ),
    '</IfModule>',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    '  RewriteRule ^(.+?)/+$ /$1 [R=308,L]',
    ...elsewhere(files).map(({ name, address }) => `  RewriteRule ^${pattern((address ?? '').slice(1))}$ ${name} [L]`),
    '  RewriteCond %{REQUEST_FILENAME} !-f',
    '  RewriteCond %{REQUEST_FILENAME}.html -f',
    '  RewriteRule ^(.+)$ $1.html [L]',
    ...[
      ['br', 'br'],
      ['gz', 'gzip'],
    ].flatMap(([ending, encoding]) => [
      `  RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b`,
      '  RewriteCond %{REQUEST_URI} !\\.(br|gz)$',
      `  RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
      `  RewriteRule ^(.+)$ $1.${ending} [L,E=no-gzip:1,E=no-brotli:1]`,
    ]),
    '</IfModule>',
  )

/** nginx: to be taken in with `include` inside a `server` block that names `root`. */
export const nginxFile = (files: readonly Addressed[]): string =>
  lines(
    'charset utf-8;',
    'index index.html;',
    'error_page 404 /404.html;',
    'gzip_static on;',
    'gzip_vary on;',
    '# With the brotli module: brotli_static on;',
    ...safety.map(([name, value]) => `add_header ${name} "${value}" always;`),
    'add_header cache-control $waymark_cache;',
    'set $waymark_cache "";',
    `if ($uri ~ ^/assets/) { set $waymark_cache "${forever}"; }`,
    'set $waymark_open "";',
    ...files.filter((file) => file.open).map(({ address }) => `if ($uri = ${address}) { set $waymark_open "*"; }`),
    ...open.map(([name]) => `add_header ${name} $waymark_open;`),
    'rewrite ^(/.+?)/+$ $1 permanent;',
    ...elsewhere(files).map(({ name, address }) => `location = ${address} { try_files /${name} =404; }`),
    ...files
      .filter((file) => isUnusual(file) && !elsewhere(files).includes(file))
      .map(({ address, type }) => `location = ${address} { types {} default_type "${type}"; }`),
    'location = / { try_files /index.html =404; }',
    'location ~ /\\.(?!well-known/) { return 404; }',
    'location / { try_files $uri $uri.html =404; }',
  )
