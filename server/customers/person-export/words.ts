/** The words of the readable page. Keys of `fields` are those of the record. */
export interface PageWords {
  title: (name: string) => string;
  made: (business: string, when: string) => string;
  record: string;
  login: string;
  passwordSet: string;
  sensitive: string;
  notes: string;
  appointments: string;
  invoices: string;
  messages: string;
  activity: string;
  none: string;
  yes: string;
  no: string;
  typed: string;
  reminder: string;
  columns: Record<'when' | 'what' | 'who' | 'where' | 'price' | 'state' | 'to' | 'subject', string>;
  by: Record<'account' | 'customer' | 'system', string>;
  states: Record<string, string>;
  fields: Record<string, string>;
}

const en: PageWords = {
  title: (name) => `What we hold about ${name}`,
  made: (business, when) => `${business}, ${when}`,
  record: 'Record',
  login: 'Login',
  passwordSet: 'Password set',
  sensitive: 'Sensitive data',
  notes: 'Notes',
  appointments: 'Appointments',
  invoices: 'Invoices',
  messages: 'Messages',
  activity: 'What happened',
  none: 'None.',
  yes: 'yes',
  no: 'no',
  typed: 'typed when booking',
  reminder: 'reminder',
  columns: {
    when: 'When',
    what: 'What',
    who: 'Who',
    where: 'Where',
    price: 'Price',
    state: 'State',
    to: 'To',
    subject: 'Subject',
  },
  by: { account: 'staff', customer: 'the customer', system: 'automatically' },
  states: {
    pending: 'waiting for approval',
    confirmed: 'confirmed',
    cancelled: 'cancelled',
    rejected: 'rejected',
    no_show: 'not kept',
    queued: 'waiting',
    sent: 'sent',
    dead: 'not delivered',
    draft: 'draft',
    issued: 'issued',
    paid: 'paid',
    void: 'void',
    active: 'active',
    disabled: 'disabled',
  },
  fields: {
    number: 'Customer number',
    status: 'Status',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    displayName: 'Display name',
    email: 'E-mail',
    phone: 'Phone, as typed',
    phoneShown: 'Phone',
    gender: 'Gender',
    birthDate: 'Date of birth',
    language: 'Language',
    timeZone: 'Time zone',
    newsletter: 'Newsletter',
    greetings: 'Birthday greeting',
    occupation: 'Occupation',
    address1: 'Address',
    address2: 'Address, second line',
    city: 'City',
    state: 'State',
    postalCode: 'Postal code',
    country: 'Country',
    nationality: 'Nationality',
    note: 'Internal note',
    source: 'Added by',
    createdAt: 'Since',
    updatedAt: 'Last changed',
    trashedAt: 'In the trash since',
    importId: 'Import',
  },
};

const de: PageWords = {
  title: (name) => `Was wir über ${name} gespeichert haben`,
  made: (business, when) => `${business}, ${when}`,
  record: 'Stammdaten',
  login: 'Zugang',
  passwordSet: 'Passwort gesetzt',
  sensitive: 'Sensible Daten',
  notes: 'Notizen',
  appointments: 'Termine',
  invoices: 'Rechnungen',
  messages: 'Nachrichten',
  activity: 'Verlauf',
  none: 'Keine.',
  yes: 'ja',
  no: 'nein',
  typed: 'beim Buchen eingegeben',
  reminder: 'Erinnerung',
  columns: {
    when: 'Wann',
    what: 'Was',
    who: 'Wer',
    where: 'Wo',
    price: 'Preis',
    state: 'Status',
    to: 'An',
    subject: 'Betreff',
  },
  by: { account: 'Team', customer: 'die Kundin oder der Kunde', system: 'automatisch' },
  states: {
    pending: 'wartet auf Bestätigung',
    confirmed: 'bestätigt',
    cancelled: 'abgesagt',
    rejected: 'abgelehnt',
    no_show: 'nicht erschienen',
    queued: 'wartet',
    sent: 'gesendet',
    dead: 'nicht zugestellt',
    draft: 'Entwurf',
    issued: 'ausgestellt',
    paid: 'bezahlt',
    void: 'storniert',
    active: 'aktiv',
    disabled: 'gesperrt',
  },
  fields: {
    number: 'Kundennummer',
    status: 'Status',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    displayName: 'Anzeigename',
    email: 'E-Mail',
    phone: 'Telefon, wie eingegeben',
    phoneShown: 'Telefon',
    gender: 'Geschlecht',
    birthDate: 'Geburtsdatum',
    language: 'Sprache',
    timeZone: 'Zeitzone',
    newsletter: 'Newsletter',
    greetings: 'Geburtstagsgruß',
    occupation: 'Beruf',
    address1: 'Adresse',
    address2: 'Adresse, zweite Zeile',
    city: 'Ort',
    state: 'Bundesland',
    postalCode: 'Postleitzahl',
    country: 'Land',
    nationality: 'Staatsangehörigkeit',
    note: 'Interne Notiz',
    source: 'Angelegt durch',
    createdAt: 'Seit',
    updatedAt: 'Zuletzt geändert',
    trashedAt: 'Im Papierkorb seit',
    importId: 'Import',
  },
};

/** The words for a language; English where the page does not speak it. */
export const pageWords = (language: string): PageWords => (language.toLowerCase().split('-')[0] === 'de' ? de : en);
