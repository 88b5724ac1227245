import { Command, CommanderError, Option } from 'commander'
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
    .description('An open platform for local anti-slavery partnerships')
    .exitOverride()
    .showHelpAfterError()
  program
    .command('serve')
    .description('serve the site and the desk')
    .option('--demo', 'serve a made-up county, with people at work on its desk and with drafts in other languages', false)
    .option('--reset', 'with --demo: empty the desk and fill it again', false)
    .addOption(new Option('--only <part>', 'serve only one of them').choices(['site', 'desk']))
    .action(async (options: { demo: boolean; reset: boolean; only?: 'site' | 'desk' }) => {
      const { serve } = await import('../processes/serve.ts')
      code = await serve(process.env, options)
    })
  program
    .command('check')
    .description('find faults in a pack, and say what to write instead')
    .argument('[pack]', 'the name of its folder in content/')
    .option('--json', 'for machines', false)
    .option('--live', 'also visit the links to other sites, to find dead links and pages that have changed', false)
    .action(async (pack: string | undefined, options: { json: boolean; live: boolean }) => {
      const { check } = await import('./check.ts')
      code = await check({ ...(pack === undefined ? {} : { pack }), ...options }, process.env)
    })
  program
    .command('build')
    .description('write the whole public site into a folder, for a host that only serves files')
    .requiredOption('--out <folder>', 'the folder: new, empty or from an earlier build')
    .option('--json', 'for machines', false)
    .action(async (options: { out: string; json: boolean }) => {
      const { buildSite } = await import('../processes/static-site.ts')
      code = await buildSite(options.out, { json: options.json }, process.env)
    })
  program
    .command('press')
    .description('make every leaflet, poster and training file')
    .requiredOption('--out <folder>', 'the folder. Other files in it are left alone')
    .option('--only <kinds>', 'only some kinds of file, such as leaflet,deck')
    .option('--for <file>', 'course files for one organisation, from a YAML file with its name, safeguarding lead, number and logo')
    .option('--json', 'for machines', false)
    .action(async (options: { out: string; only?: string; for?: string; json: boolean }) => {
      const { press } = await import('./press.ts')
      code = await press(options, process.env)
    })
  program
    .command('route')
    .description('show where a set of answers leads in a flow: route, missing answers and outcome')
    .argument('<flow>', 'such as pathway')
    .requiredOption('--answers <file>', 'the answers by their ids, in a YAML or JSON file')
    .option('--at <instant>', 'show which services are open at this time, such as 2026-11-28T21:10:00+00:00')
    .option('--json', 'for machines', false)
    .action(async (flow: string, options: { answers: string; at?: string; json: boolean }) => {
      const { route } = await import('./route.ts')
      const { packNamed } = await import('../processes/read-pack.ts')
      code = await route(flow, options, process.env, packNamed)
    })
  program
    .command('words')
    .description('print every sentence that readers see, page by page, with file and line')
    .option('--audience <who>', 'only for one audience: victim, public, practitioner or training')
    .option('--language <tag>', 'the translation into another language, such as ar', 'en')
    .option('--pack <name>', 'the pack to use', process.env.WAYMARK_PACK || 'hertfordshire')
    .action(async (options: { audience?: string; language: string; pack: string }) => {
      const { words } = await import('./words.ts')
      code = words(options)
    })
  program
    .command('rights')
    .description('list every sentence about names, immigration, consent, capacity or custody, for a lawyer and a practitioner to sign')
    .option('--pack <name>', 'the pack to use', process.env.WAYMARK_PACK || 'hertfordshire')
    .option('--out <file>', 'the file to write. Without it, the list is printed here')
    .action(async (options: { pack: string; out?: string }) => {
      const { rights } = await import('./rights.ts')
      code = rights(options)
    })
  program
    .command('import')
    .description('add a file to a pack')
    .argument('<kind>', 'the kind of file: news')
    .argument('<file>', 'the file')
    .option('--pack <name>', 'the pack to add it to', process.env.WAYMARK_PACK || 'hertfordshire')
    .option('--replace', 'replace the article that already has the same address', false)
    .option('--area-differs', "import it even if its area is not the pack's area", false)
    .action(async (kind: string, file: string, options: { pack: string; replace: boolean; areaDiffers: boolean }) => {
      if (kind !== 'news') program.error(`"${kind}" cannot be imported. Write news`)
      const { importNews } = await import('./import-news.ts')
      code = importNews(file, options)
    })
  const translate = program.command('translate').description('send the texts of a language to a reviewer, and bring them back')
  const pack = ['--pack <name>', 'the pack to use', process.env.WAYMARK_PACK || 'hertfordshire'] as const
  translate
    .command('export')
    .description('make a spreadsheet for a reviewer')
    .argument('<language>', 'its code, such as ar')
    .option('--out <file>', 'the file to write')
    .option(...pack)
    .action(async (language: string, options: { out?: string; pack: string }) => {
      const { exportTranslation } = await import('./translate/translate.ts')
      code = await exportTranslation(language, options)
    })
  translate
    .command('import')
    .description("bring a reviewer's spreadsheet back")
    .argument('<language>', 'its code, such as ar')
    .argument('<file>', 'the spreadsheet')
    .option('--by <who>', 'who has reviewed the texts')
    .option('--date <day>', 'the date of the review, such as 2027-01-31 (today if you leave it out)')
    .option('--dry-run', 'say what would change, without writing anything', false)
    .option(...pack)
    .action(async (language: string, file: string, options: { by?: string; date?: string; dryRun: boolean; pack: string }) => {
      const { importTranslation } = await import('./translate/translate.ts')
      code = await importTranslation(language, file, options)
    })
  program
    .command('backup')
    .description('write all that the desk keeps into a file, while it serves')
    .argument('<file>', 'the file to write')
    .action(async (file: string) => {
      const { backup } = await import('./store.ts')
      code = await backup(file, process.env)
    })
  program
    .command('restore')
    .description('put a backup into a new database, and prove it by the audit')
    .argument('<file>', 'a file that `waymark backup` wrote')
    .action(async (file: string) => {
      const { restore } = await import('./store.ts')
      code = await restore(file, process.env)
    })
  program
    .command('backup-keys')
    .description('write a copy of the keys into a file, with a last day, while the desk serves')
    .argument('<file>', 'the file to write, apart from the backups of the database')
    .option('--days <number>', 'for how many days it can be restored (30 if you leave it out)')
    .action(async (file: string, { days }: { days?: string }) => {
      if (days !== undefined && !/^[1-9]\d{0,2}$/.test(days)) program.error('--days is a number from 1 to 999')
      const { backupKeys } = await import('./store.ts')
      code = await backupKeys(file, days === undefined ? null : Number(days), process.env)
    })
  program
    .command('restore-keys')
    .description('put a copy of the keys into a new folder, but for those of what was erased')
    .argument('<file>', 'a file that `waymark backup-keys` wrote')
    .action(async (file: string) => {
      const { restoreKeys } = await import('./store.ts')
      code = await restoreKeys(file, process.env)
    })
  program
    .command('erase')
    .description('take away who a person was, once their access has ended')
    .argument('<person>', 'their id: the last part of the address of their page')
    .action(async (person: string) => {
      const { erase } = await import('./store.ts')
      code = await erase(person, process.env)
    })
  const audit = program.command('audit').description('prove who did what, from the chain of entries')
  audit
    .command('verify')
    .description('find an entry that was changed, taken out, put in or moved')
    .argument('[file]', 'a file that `waymark audit export` wrote. Without it, the database')
    .option('--heads <file>', 'heads that were published, such as saved mails or lines of `waymark audit head`')
    .action(async (file: string | undefined, options: { heads?: string }) => {
      const { auditVerify } = await import('./store.ts')
      code = await auditVerify(file, options.heads, process.env)
    })
  audit
    .command('export')
    .description('print every entry, a line each, to be proved elsewhere')
    .action(async () => {
      const { auditExport } = await import('./store.ts')
      code = await auditExport(process.env)
    })
  audit
    .command('head')
    .description('print the number and the hash of the last entry, to be kept elsewhere')
    .action(async () => {
      const { auditHead } = await import('./store.ts')
      code = await auditHead(process.env)
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
  return code !== undefined && syscall !== undefined && path !== undefined
    ? `${visible(path)} could not be read or written (${code}).`
    : null
}
