/** The outbox: states of messages in words. */
export { stateNames, tallyInWords, type MessageAttachment, type MessageState, type Tally } from './domain/message.ts';
