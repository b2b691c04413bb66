export { mailboxOf, setMailbox, type Mailbox } from './mailboxes.js';
export { mailBacklog, mailsTo, settleMail, takeMails, type MailToSend } from './mails.js';
