import type { Catalogue } from '../../../widget/kit/words.js';

/** The words of the launch checklist and of the way out of the demo. */
export const launchEn = {
  'launch.title': 'On the way to your first customers',
  'launch.done': '{done} of {steps} done',
  'launch.isDone': 'Done',
  'launch.open': 'To do',
  'launch.hide': 'Hide this list',
  'launch.hidden': 'The list is put away.',
  'launch.booked': 'Book a first appointment',
  'launch.bookedText': 'On your booking page, as a customer would.',
  'launch.embedded': 'Put the booking on your website',
  'launch.embeddedText': 'Ticks itself off when a page of your site asks for it.',
  'launch.mail': 'Let mails go out',
  'launch.mailText': 'Until SMTP_URL names a mail server, they are kept under Messages.',
  'launch.address': 'Have an address with https',
  'launch.addressText': 'BOOKPANE_PUBLIC_URL is the address that customers see.',
  'launch.terms': 'Write your terms',
  'launch.termsText': 'What customers agree to when they book.',
  'demo.title': 'This is a demo business',
  'demo.text': 'Look around and try everything. When you have seen enough, begin with your own.',
  'demo.start': 'Start with my own business',
  'demo.question': 'Remove the demo?',
  'demo.warning':
    'Everything in it is removed for good: appointments, customers, services, and the team’s accounts, yours too. Then the set-up begins.',
  'demo.name': 'Type {name} to go on',
  'demo.keep': 'Keep the demo',
  'demo.remove': 'Remove the demo',
} as const satisfies Catalogue;
