import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx'
import type { WordText } from './text.ts'

const family = 'Atkinson Hyperlegible Next'

/** Styles of a document: what an editor changes once for all of it. Sizes are half points, spaces twentieths of a point. */
export const stylesOf = ({ language, colours, contents }: WordText): Pick<IPropertiesOptions, 'styles' | 'numbering'> => {
  const colour = (role: string): string => (colours[role] ?? '#000000').slice(1).toUpperCase()
  const ink = colour('ink')
  const sheet = contents === null
  const heading = (size: number, before: number, after: number) => ({
    run: { font: family, size, bold: true, color: colour('deep') },
    paragraph: { keepNext: true, spacing: { before, after } },
  })
  const own = (id: string, name: string, run: object, paragraph: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
    [0, 1, 2].map((level) => ({
      level,
      format,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 }, spacing: { after: 80 } } },
    }))
  return {
    styles: {
      default: {
        document: {
          run: { font: family, size: 23, color: ink, language: { value: language, eastAsia: language, bidirectional: language } },
          paragraph: { spacing: { after: 140, line: 300 } },
        },
        title: {
          run: { font: family, size: sheet ? 44 : 72, bold: true, color: ink },
          paragraph: { spacing: { before: sheet ? 240 : 1200, after: 240, line: 240 } },
        },
        heading1: sheet ? heading(30, 360, 120) : heading(40, 640, 160),
        heading2: heading(28, 360, 120),
        heading3: heading(24, 240, 100),
        hyperlink: { run: { color: colour('link'), underline: {} } },
      },
      paragraphStyles: [
        own('Lead', 'Lead', { size: sheet ? 26 : 30, color: ink }, { keepNext: !sheet, spacing: { after: 240 } }),
        own('Quiet', 'Quiet', { size: 20, color: colour('muted') }, { keepNext: true, spacing: { after: 120 } }),
        own('Aside', 'Aside', {}, { shading: { fill: colour('chalk'), type: 'clear', color: 'auto' }, indent: { left: 200, right: 200 } }),
        own('ContentsTitle', 'Contents title', { size: 40, bold: true, color: colour('deep') }),
        own('TableHead', 'Table head', { bold: true, color: 'FFFFFF', size: 22 }, { keepNext: true, spacing: { after: 0 } }),
        own('TableText', 'Table text', { size: 22 }, { spacing: { after: 0 } }),
        own('ListBullet', 'List Bullet', {}, { spacing: { after: 80 } }),
        own('Header', 'header', { size: 18, color: colour('muted') }),
        own('Footer', 'footer', { size: 18, color: colour('muted') }),
        ...[1, 2].map((level) =>
          own(`TOC${level}`, `toc ${level}`, level === 1 ? { bold: true, size: 22 } : { size: 21 }, {
            indent: { left: 300 * (level - 1) },
            spacing: { before: level === 1 ? 40 : 0, after: 0, line: 240 },
          }),
        ),
      ],
    },
    numbering: {
      config: [
        { reference: 'points', levels: levels(LevelFormat.BULLET, () => '\u2022') },
        { reference: 'steps', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
      ],
    },
  }
}
