/** The outbox: everything that leaves the house. */
export { noLongerNeeded, openMessages, queueMessage, type NewMessages, type Recipients } from './queue.ts';
export {
  batchesAbout,
  clearMessages,
  markSentByHand,
  message,
  messageAttachment,
  messageFile,
  messagesOfBatch,
  outbox,
  takeBackMessages,
  waitingMessages,
  type AddressedMessage,
  type Attempt,
  type Batch,
  type Message,
  type Recipient,
} from './outbox.ts';
export { collectNews, deliver, startDelivery, type Delivery } from './deliver.ts';
