export { endCalendarFeed, makeCalendarFeed, personOfFeed } from './calendar-feeds.js';
export { climbNotices } from './climb.js';
export { digestReaders, hasDigest, recordDigest, type DigestReader } from './digests.js';
export { mailboxOf, setMailbox, type Mailbox } from './mailboxes.js';
export { mailBacklog, mailsTo, settleMail, takeMails, unsentMails, type MailToSend } from './mails.js';
export { noticesOf, type Notice } from './notices-of.js';
export { acknowledgeNotice } from './settle.js';
