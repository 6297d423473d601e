import type { Words } from './words.js';

export const de: Words = {
  'status.confirmed': 'Bestätigt',
  'status.pending': 'Wartet auf Bestätigung',
  'status.rejected': 'Abgelehnt',
  'status.cancelled': 'Abgesagt',
  'status.moved': 'Verschoben',
  'status.reminder': 'Erinnerung',

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
  'rescheduling.subject': 'Neue Zeit: Ihr Termin am {date} um {time}',
  'rescheduling.intro':
    'Guten Tag {name}, Ihr Termin vom {formerDate}, {formerTime}, wurde verschoben. Wir erwarten Sie nun zu dieser Zeit.',

  'new-booking.subject': 'Neue Buchung: {customer} am {date} um {time} Uhr',
  'new-booking.intro': '{customer} hat einen Termin bei Ihnen gebucht.',
  'new-request.subject': 'Neue Anfrage: {customer} am {date} um {time} Uhr',
  'new-request.intro': '{customer} fragt einen Termin bei Ihnen an. Er wartet auf Bestätigung.',
  'provider-cancellation.subject': 'Abgesagt: {customer} am {date} um {time} Uhr',
  'provider-cancellation.customer.intro': '{customer} hat diesen Termin abgesagt. Die Zeit ist wieder frei.',
  'provider-cancellation.business.intro': 'Der Betrieb hat diesen Termin abgesagt. Die Zeit ist wieder frei.',
  'provider-rescheduling.subject': 'Verschoben: {customer}, nun am {date} um {time}',
  'provider-rescheduling.intro': 'Der Termin von {customer} am {formerDate}, {formerTime}, wurde verschoben.',
  'provider-release.subject': 'Nicht mehr bei Ihnen: {customer} am {date} um {time}',
  'provider-release.intro':
    'Den Termin von {customer} am {formerDate}, {formerTime}, hat nun {provider}. Ihre Zeit ist wieder frei.',

  'note-reminder.subject': 'Erinnerung: {customer}',
  'note-reminder.intro': 'Guten Tag {name}, Sie wollten an diese Notiz erinnert werden.',

  'birthday.subject': 'Alles Gute zum Geburtstag, {name}!',
  'birthday.intro': 'Guten Tag {name}, das ganze Team von {business} gratuliert Ihnen herzlich zum Geburtstag.',
  'birthday.close': 'Wir wünschen Ihnen einen wunderbaren Tag.',
  'birthday.why': 'Sie bekommen diese E-Mail, weil Ihr Geburtsdatum bei {business} hinterlegt ist.',
  'birthday.unsubscribe': 'Keine Geburtstagsgrüße mehr',

  'invitation.subject': 'Ihr Konto bei {business}',
  'invitation.intro':
    'Guten Tag {name}, {business} hat im Buchungssystem ein Konto für Sie angelegt. Wählen Sie ein Passwort, dann können Sie sich anmelden.',
  'invitation.note': 'Der Link gilt drei Tage und nur einmal. Bitte geben Sie ihn nicht weiter.',
  'password-reset.subject': 'Neues Passwort wählen',
  'password-reset.intro': 'Guten Tag {name}, jemand hat für Ihr Konto bei {business} ein neues Passwort angefordert.',
  'password-reset.note':
    'Der Link gilt 30 Minuten und nur einmal. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  'password-changed.subject': 'Ihr Passwort wurde geändert',
  'password-changed.intro':
    'Guten Tag {name}, das Passwort Ihres Kontos bei {business} wurde eben geändert. Überall sonst wurden Sie abgemeldet.',
  'password-changed.note':
    'Wenn Sie das nicht waren, fordern Sie auf der Anmeldeseite sofort ein neues Passwort an und sagen Sie dem Inhaber Bescheid.',
  'address-changed.subject': 'Ihr Konto hat eine andere E-Mail-Adresse',
  'address-changed.intro':
    'Guten Tag {name}, jemand, der bei {business} Konten verwalten darf, hat Ihrem Konto eine andere E-Mail-Adresse gegeben.',
  'address-changed.note':
    'Ihr Passwort gilt nicht mehr; eine Einladung ging an die neue Adresse. Wenn Sie das überrascht, fragen Sie den Inhaber.',
  'account.why': 'Sie bekommen diese Mail wegen Ihres Kontos bei {business}.',
  'button.password': 'Passwort wählen',

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
  'button.customer': 'Kunden öffnen',
  'notice.until': 'Sie können bis {date} um {time} Uhr online absagen.',
  'notice.late':
    'Online können Sie diesen Termin nicht mehr absagen. Wenn etwas dazwischengekommen ist, melden Sie sich bitte bei uns.',
  'notice.late.phone':
    'Online können Sie diesen Termin nicht mehr absagen. Wenn etwas dazwischengekommen ist, rufen Sie uns bitte an: {phone}.',
  'footer.why': 'Sie bekommen diese Mail wegen einer Buchung bei {business}.',
  'written.why': 'Sie erhalten diese E-Mail von {business}, weil Sie dort als Kundin oder Kunde geführt werden.',
  'newsletter.why': 'Sie erhalten diesen Newsletter, weil Sie Neuigkeiten von {business} abonniert haben.',
  'newsletter.unsubscribe': 'Newsletter abbestellen',

  'calendar.summary': '{service} – {business}',
  'calendar.with': 'Bei {provider}',
  'calendar.reference': 'Buchungsnummer {reference}',
  'calendar.manage': 'Buchung verwalten: {link}',
};
