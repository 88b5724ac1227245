import { type Command, perform } from '../../../commands/command.ts'
import type { Parts } from '../../../commands/parts.ts'
import type { Db } from '../../../store/store.ts'
import type { Player } from './cast.ts'

/** Somebody who has come: they do what they do by commands, as on the desk. */
export type Acting = Player & { id: string; signIn: string }

export type Stage = {
  parts: Parts
  /** Sets what is in the past, which no command can. */
  owner: Db
  /** The day on which all this is. */
  today: Temporal.PlainDate
  timeZone: string
  /** Somebody by name. */
  who(name: string): Acting
  as<Input, Value, Fault extends string>(who: Acting, command: Command<Input, Value, Fault>, input: Input): Promise<Value>
}

/** What came of something that must not fail. */
export const sure = <Value>(outcome: { done: Value } | { fault: string }, what: string): Value => {
  if ('fault' in outcome) throw new Error(`The demonstration could not be filled: ${what} answered ${outcome.fault}.`)
  return outcome.done
}

/** `people`: who has come. */
export const openStage = (parts: Parts, owner: Db, people: readonly Acting[]): Stage => {
  const timeZone = parts.pack.partnership.timezone
  return {
    parts,
    owner,
    today: parts.now().toZonedDateTimeISO(timeZone).toPlainDate(),
    timeZone,
    who: (name) => {
      const found = people.find((one) => one.name === name)
      if (!found) throw new Error(`Nobody who has come is called ${name}.`)
      return found
    },
    as: async (who, command, input) => sure(await perform(parts, who.signIn, command, input), command.verb),
  }
}
