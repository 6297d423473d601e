/** Every word of the letters. `{names}` in braces are filled in once and never read again. */
export const en = {
  'status.confirmed': 'Confirmed',
  'status.pending': 'Waiting for approval',
  'status.rejected': 'Declined',
  'status.cancelled': 'Cancelled',
  'status.moved': 'Moved',
  'status.reminder': 'Reminder',

  'confirmation.subject': 'Your appointment on {date} at {time}',
  'confirmation.intro': 'Hello {name}, your appointment is confirmed. We look forward to seeing you.',
  'request.subject': 'Your request for {date} at {time}',
  'request.intro':
    'Hello {name}, we have your request and keep this time for you. You will get another mail as soon as {business} has confirmed it.',
  'approval.subject': 'Confirmed: your appointment on {date} at {time}',
  'approval.intro': 'Hello {name}, {business} has confirmed your request. We look forward to seeing you.',
  'rejection.subject': 'Your request for {date} at {time} was declined',
  'rejection.intro':
    'Hello {name}, we are sorry: {business} can’t offer you this time. You are welcome to choose another one.',
  'cancellation.subject': 'Cancelled: your appointment on {date} at {time}',
  'cancellation.customer.intro': 'Hello {name}, you have cancelled this appointment. There is nothing more to do.',
  'cancellation.business.intro':
    'Hello {name}, we are sorry: {business} had to cancel this appointment. You are welcome to choose another time.',
  'rescheduling.subject': 'New time: your appointment on {date} at {time}',
  'rescheduling.intro':
    'Hello {name}, your appointment of {formerDate}, {formerTime}, has been moved. This is when we expect you now.',

  'new-booking.subject': 'New booking: {customer} on {date} at {time}',
  'new-booking.intro': '{customer} has booked an appointment with you.',
  'new-request.subject': 'New request: {customer} on {date} at {time}',
  'new-request.intro': '{customer} asks for an appointment with you. It waits for approval.',
  'provider-cancellation.subject': 'Cancelled: {customer} on {date} at {time}',
  'provider-cancellation.customer.intro': '{customer} has cancelled this appointment. The time is free again.',
  'provider-cancellation.business.intro': 'This appointment was cancelled by the business. The time is free again.',
  'provider-rescheduling.subject': 'Moved: {customer}, now on {date} at {time}',
  'provider-rescheduling.intro': 'The appointment of {customer} on {formerDate}, {formerTime}, was moved.',
  'provider-release.subject': 'No longer yours: {customer} on {date} at {time}',
  'provider-release.intro':
    'The appointment of {customer} on {formerDate}, {formerTime}, is now with {provider}. Your time is free again.',

  'note-reminder.subject': 'Reminder: {customer}',
  'note-reminder.intro': 'Hello {name}, you asked to be reminded of this note.',

  'birthday.subject': 'Happy birthday, {name}!',
  'birthday.intro': 'Dear {name}, all of us at {business} wish you a very happy birthday.',
  'birthday.close': 'Have a wonderful day.',
  'birthday.why': 'You get this mail because {business} has your date of birth on file.',
  'birthday.unsubscribe': 'No more birthday greetings',

  'invitation.subject': 'Your account with {business}',
  'invitation.intro':
    'Hello {name}, {business} has made an account for you in its booking system. Choose a password, and you can sign in.',
  'invitation.note': 'The link is good for three days and can be used once. Please don’t pass it on.',
  'password-reset.subject': 'Set a new password',
  'password-reset.intro': 'Hello {name}, somebody asked for a new password for your account with {business}.',
  'password-reset.note':
    'The link is good for 30 minutes and can be used once. If it wasn’t you who asked, leave this mail be: your password stays as it is.',
  'password-changed.subject': 'Your password was changed',
  'password-changed.intro':
    'Hello {name}, the password of your account with {business} was changed just now. You were signed out everywhere else.',
  'password-changed.note':
    'If it wasn’t you, ask for a new password on the sign-in page at once and tell an owner of the business.',
  'address-changed.subject': 'Your account has another e-mail address',
  'address-changed.intro':
    'Hello {name}, somebody who may manage accounts of {business} has moved your account to another e-mail address.',
  'address-changed.note':
    'Your password no longer counts; an invitation went to the new address. If this surprises you, ask an owner of the business.',
  'account.why': 'You get this mail because of your account with {business}.',
  'button.password': 'Choose a password',

  'moment.own': 'Your local time: {moment}',
  'fact.service': 'Service',
  'fact.services': 'Services',
  'fact.provider': 'With',
  'fact.location': 'Where',
  'fact.persons': 'Persons',
  'fact.price': 'Price',
  'fact.reference': 'Reference',
  'fact.reason': 'Reason',
  'fact.customer': 'Customer',
  'fact.email': 'E-mail',
  'fact.phone': 'Telephone',
  'fact.note': 'Note',
  'price.none': 'Free of charge',
  'service.at': '{time} {service}',
  'service.with': '{time} {service}, with {provider}',

  'button.manage': 'Manage booking',
  'button.again': 'Choose another time',
  'button.admin': 'Open the calendar',
  'button.customer': 'Open the customer',
  'notice.until': 'You can cancel online until {date} at {time}.',
  'notice.late': 'It is too late to cancel this online. If something has come up, please get in touch with us.',
  'notice.late.phone': 'It is too late to cancel this online. If something has come up, please call us: {phone}.',
  'footer.why': 'You get this mail because of a booking with {business}.',
  'written.why': 'You get this mail from {business}, where you are on file as a customer.',
  'newsletter.why': 'You get this newsletter because you are subscribed to news from {business}.',
  'newsletter.unsubscribe': 'Unsubscribe',

  'calendar.summary': '{service} – {business}',
  'calendar.with': 'With {provider}',
  'calendar.reference': 'Reference {reference}',
  'calendar.manage': 'Manage booking: {link}',
} as const;
