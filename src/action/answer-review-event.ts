import { reviewSetupOf } from '../compose.ts'
import { createEndings } from '../session/endings.ts'
import { createRecheck } from '../session/recheck.ts'
import { createReviewCommands } from '../session/review-commands.ts'
import type { ActionCall } from './action-command.ts'
import { readReviewEvent } from './review-event.ts'

/** Answers a comment, a push or an end; whether the pull request is one of ours is looked up in state. */
export async function answerReviewEvent({ context, project, runner }: ActionCall): Promise<void> {
  const { forge, book, clock, config } = project
  const event = readReviewEvent(context)
  const endings = createEndings(reviewSetupOf(project, message => runner.warning(message)))
  switch (event.type) {
    case 'commented': {
      const answer = await createReviewCommands({ forge, book, clock, endings }).handle({ pull: event.pull })
      return runner.info(
        answer.type === 'answered'
          ? `#${event.pull}: answered; ${answer.removed.length} pairs removed${answer.closed ? ', closed' : ''}.`
          : `#${event.pull}: ${answer.type}.`,
      )
    }
    case 'pushed': {
      const rules = { deny: config.sources.deny, minDomainsForNumbers: config.sources.minDomainsForNumbers }
      const answer = await createRecheck({ forge, book, rules }).handle({ pull: event.pull, sender: event.sender })
      // Commands that waited for a file to be mended can be done now.
      await createReviewCommands({ forge, book, clock, endings }).handle({ pull: event.pull })
      return runner.info(
        answer.type === 'checked'
          ? `#${event.pull}: ${answer.conclusion}, ${answer.findings} findings, ${answer.url}`
          : `#${event.pull}: ${answer.type}.`,
      )
    }
    case 'closed': {
      const ending = await endings.handle({ pull: event.pull })
      return runner.info(
        ending.type === 'settled'
          ? `#${event.pull}: ${ending.task.id} is ${ending.task.status}.`
          : `#${event.pull}: ${ending.type}.`,
      )
    }
    case 'other':
  }
}
