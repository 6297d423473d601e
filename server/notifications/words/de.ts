import type { Words } from './words.js';

export const de: Words = {
  'status.confirmed': 'Bestätigt',
  'status.pending': 'Wartet auf Bestätigung',
  'status.rejected': 'Abgelehnt',
  'status.cancelled': 'Abgesagt',

  'confirmation.subject': 'Ihr Termin am {date} um {time} Uhr',
  'confirmation.intro': 'Guten Tag {name}, Ihr Termin ist bestätigt. Wir freuen uns auf Sie.',
  'request.subject': 'Ihre Anfrage für {date} um {time} Uhr',
  'request.intro':
    'Guten Tag {name}, Ihre Anfrage ist bei uns angekommen, und wir halten Ihnen diese Zeit frei. Sobald {business} sie bestätigt hat, bekommen Sie eine weitere Mail.',
  'approval.subject': 'Bestätigt: Ihr Termin am {date} um {time} Uhr',
  'approval.intro': 'Guten Tag {name}, {business} hat Ihre Anfrage bestätigt. Wir freuen uns auf Sie.',
  'rejection.subject': 'Ihre Anfrage für {date} um {time} Uhr wurde abgelehnt',
  'rejection.intro':
    'Guten Tag {name}, es tut uns leid: {business} kann Ihnen diese Zeit nicht anbieten. Wählen Sie gern eine andere.',
  'cancellation.subject': 'Abgesagt: Ihr Termin am {date} um {time} Uhr',
  'cancellation.customer.intro': 'Guten Tag {name}, Sie haben diesen Termin abgesagt. Sie müssen nichts weiter tun.',
  'cancellation.business.intro':
    'Guten Tag {name}, es tut uns leid: {business} musste diesen Termin absagen. Wählen Sie gern eine andere Zeit.',

  'new-booking.subject': 'Neue Buchung: {customer} am {date} um {time} Uhr',
  'new-booking.intro': '{customer} hat einen Termin bei Ihnen gebucht.',
  'new-request.subject': 'Neue Anfrage: {customer} am {date} um {time} Uhr',
  'new-request.intro': '{customer} fragt einen Termin bei Ihnen an. Er wartet auf Bestätigung.',
  'provider-cancellation.subject': 'Abgesagt: {customer} am {date} um {time} Uhr',
  'provider-cancellation.customer.intro': '{customer} hat diesen Termin abgesagt. Die Zeit ist wieder frei.',
  'provider-cancellation.business.intro': 'Der Betrieb hat diesen Termin abgesagt. Die Zeit ist wieder frei.',

  'moment.own': 'Ihre Ortszeit: {moment}',
  'fact.service': 'Leistung',
  'fact.services': 'Leistungen',
  'fact.provider': 'Bei',
  'fact.location': 'Ort',
  'fact.persons': 'Personen',
  'fact.price': 'Preis',
  'fact.reference': 'Buchungsnummer',
  'fact.reason': 'Grund',
  'fact.customer': 'Name',
  'fact.email': 'E-Mail',
  'fact.phone': 'Telefon',
  'fact.note': 'Anmerkung',
  'price.none': 'Kostenlos',
  'service.at': '{time} {service}',
  'service.with': '{time} {service}, bei {provider}',

  'button.manage': 'Buchung verwalten',
  'button.again': 'Andere Zeit wählen',
  'button.admin': 'Kalender öffnen',
  'notice.until': 'Sie können bis {date} um {time} Uhr online absagen.',
  'notice.late':
    'Online können Sie diesen Termin nicht mehr absagen. Wenn etwas dazwischengekommen ist, melden Sie sich bitte bei uns.',
  'notice.late.phone':
    'Online können Sie diesen Termin nicht mehr absagen. Wenn etwas dazwischengekommen ist, rufen Sie uns bitte an: {phone}.',
  'footer.why': 'Sie bekommen diese Mail wegen einer Buchung bei {business}.',

  'calendar.summary': '{service} – {business}',
  'calendar.with': 'Bei {provider}',
  'calendar.reference': 'Buchungsnummer {reference}',
  'calendar.manage': 'Buchung verwalten: {link}',
};
