/** An attachment is announced, and no file came. */
import { announcesAttachment } from '../signs/attachments.ts';
import { finding, linesOf, quoted, type Rule } from './finding.ts';

export const attachments: Rule = (request) =>
  request.attachments > 0
    ? []
    : linesOf(request)
        .filter(({ text }) => announcesAttachment(text))
        .map(({ field, text }) =>
          finding({
            rule: 'attachment-missing',
            level: 'warning',
            text: 'The answer announces an attachment, and no file came with the request.',
            ask: `Your form announces an attachment (${quoted(text)}), which has not reached us. Could you send it?`,
            fields: [field],
            words: text,
          }),
        );
