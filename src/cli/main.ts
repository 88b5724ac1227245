import { Command, CommanderError } from 'commander'
import { visible } from '../content/visible.ts'
import { contentFault } from '../processes/place.ts'

/** Runs one command, and loads no other: a server need not hold what only a check uses. Resolves to the exit code: 0 done, 1 a check failed, 2 wrong use. */
export const main = async (args: readonly string[]): Promise<number> => {
  const fault = contentFault(process.env)
  if (fault) {
    console.error(fault)
    return 2
  }
  let code = 0
  const program = new Command('waymark')
    .description('The open platform that a local anti-slavery partnership runs on')
    .exitOverride()
    .showHelpAfterError()
  program
    .command('serve')
    .description('serve the site')
    .option('--demo', 'show drafts in other languages too, and say so on every page', false)
    .action(async (options: { demo: boolean }) => {
      const { serve } = await import('../processes/site.ts')
      code = await serve(process.env, options.demo)
    })
  program
    .command('check')
    .description('check a pack, and say what to write instead')
    .argument('[pack]', 'folder in content/')
    .option('--json', 'for machines', false)
    .option('--live', 'ask other sites whether links still lead somewhere, and which pages changed', false)
    .action(async (pack: string | undefined, options: { json: boolean; live: boolean }) => {
      const { check } = await import('./check.ts')
      code = await check({ ...(pack === undefined ? {} : { pack }), ...options }, process.env)
    })
  program
    .command('build')
    .description('write the whole public site into a folder, for a host that only hands files out')
    .requiredOption('--out <folder>', 'the folder: a new one, an empty one, or that of an earlier build')
    .option('--json', 'for machines', false)
    .action(async (options: { out: string; json: boolean }) => {
      const { buildSite } = await import('../processes/static-site.ts')
      code = await buildSite(options.out, { json: options.json }, process.env)
    })
  program
    .command('press')
    .description('print everything: leaflets and more, as files')
    .requiredOption('--out <folder>', 'the folder; what else lies in it is left alone')
    .option('--only <kinds>', 'some kinds only, such as leaflet,deck')
    .option('--for <file>', 'the course of one organisation: a YAML file with name, lead, number and logo')
    .option('--json', 'for machines', false)
    .action(async (options: { out: string; only?: string; for?: string; json: boolean }) => {
      const { press } = await import('./press.ts')
      code = await press(options, process.env)
    })
  program
    .command('route')
    .description('walk answers along a flow: route, what is missing, outcome')
    .argument('<flow>', 'such as pathway')
    .requiredOption('--answers <file>', 'YAML or JSON: the answers by their ids')
    .option('--at <instant>', 'the instant for which lines are shown, such as 2026-11-28T21:10:00+00:00')
    .option('--json', 'for machines', false)
    .action(async (flow: string, options: { answers: string; at?: string; json: boolean }) => {
      const { route } = await import('./route.ts')
      const { packNamed } = await import('../processes/read-pack.ts')
      code = await route(flow, options, process.env, packNamed)
    })
  program
    .command('words')
    .description('print every sentence that readers meet, page by page, with file and line')
    .option('--audience <who>', 'those of one audience: victim, public, practitioner or training')
    .option('--language <tag>', 'in another language, such as ar', 'en')
    .option('--pack <name>', 'the pack whose texts they are', process.env.WAYMARK_PACK || 'hertfordshire')
    .action(async (options: { audience?: string; language: string; pack: string }) => {
      const { words } = await import('./words.ts')
      code = words(options)
    })
  program
    .command('rights')
    .description('list every sentence about names, immigration, consent, capacity or custody, for a lawyer and a practitioner to sign')
    .option('--pack <name>', 'the pack whose texts they are', process.env.WAYMARK_PACK || 'hertfordshire')
    .option('--out <file>', 'where to write it; else it is printed')
    .action(async (options: { pack: string; out?: string }) => {
      const { rights } = await import('./rights.ts')
      code = rights(options)
    })
  program
    .command('import')
    .description('take a file into a pack')
    .argument('<kind>', 'what it is: news')
    .argument('<file>', 'the file')
    .option('--pack <name>', 'the pack it goes into', process.env.WAYMARK_PACK || 'hertfordshire')
    .option('--replace', 'put it in the place of another text at the same address', false)
    .option('--area-differs', "take it although its area is not the pack's", false)
    .action(async (kind: string, file: string, options: { pack: string; replace: boolean; areaDiffers: boolean }) => {
      if (kind !== 'news') program.error(`"${kind}" cannot be imported: write news`)
      const { importNews } = await import('./import-news.ts')
      code = importNews(file, options)
    })
  const translate = program.command('translate').description('give the texts of a language to a reviewer, and take them back')
  const pack = ['--pack <name>', 'the pack whose texts they are', process.env.WAYMARK_PACK || 'hertfordshire'] as const
  translate
    .command('export')
    .description('write a spreadsheet for a reviewer')
    .argument('<language>', 'its tag, such as ar')
    .option('--out <file>', 'where to write it')
    .option(...pack)
    .action(async (language: string, options: { out?: string; pack: string }) => {
      const { exportTranslation } = await import('./translate/translate.ts')
      code = await exportTranslation(language, options)
    })
  translate
    .command('import')
    .description('take a spreadsheet back from a reviewer')
    .argument('<language>', 'its tag, such as ar')
    .argument('<file>', 'the spreadsheet')
    .option('--by <who>', 'who has read the texts')
    .option('--date <day>', 'when, such as 2027-01-31; else today')
    .option('--dry-run', 'say what would change, and write nothing', false)
    .option(...pack)
    .action(async (language: string, file: string, options: { by?: string; date?: string; dryRun: boolean; pack: string }) => {
      const { importTranslation } = await import('./translate/translate.ts')
      code = await importTranslation(language, file, options)
    })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const refused = refusalOfSystem(error)
    if (refused === null) throw error
    console.error(refused)
    return 2
  }
}

/** What the system says no to (a folder in the place of a file, a full disk, no permission), as a sentence; null for a fault of ours, whose stack is wanted. */
const refusalOfSystem = (error: unknown): string | null => {
  const { code, syscall, path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return code !== undefined && syscall !== undefined && path !== undefined ? `${visible(path)} cannot be read or written (${code}).` : null
}
