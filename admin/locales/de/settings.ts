import type { Catalogue } from '../../../widget/kit/words.js';

export const settings = {
  'nav.settings': 'Einstellungen',
  'settings.title': 'Einstellungen',
  'settings.lists': 'Listen',
  'settings.pageSize': 'Einträge pro Seite',
  'settings.pageSizeHint': 'Von 10 bis 200. So viele Zeilen zeigt eine Liste, bis jemand anderes wählt.',
  'settings.pageSizeWrong': 'Geben Sie eine ganze Zahl von 10 bis 200 ein.',
  'settings.fields': 'Kundenfelder',
  'settings.fieldsText':
    'Was Ihr Team zu einem Kunden einträgt und wonach Besucher beim Buchen gefragt werden. Ausblenden löscht nichts: Was gespeichert ist, kommt beim Einblenden zurück. Die Antworten der Besucher werden bei neuen Kunden gespeichert; wen Sie schon haben, den ändert eine Buchung nie.',
  'settings.field': 'Feld',
  'settings.admin': 'Das Team trägt ein',
  'settings.widget': 'Besucher werden gefragt',
  'settings.use.required': 'Pflicht',
  'settings.use.shown': 'Optional',
  'settings.use.hidden': 'Verborgen',
  'settings.useOf': '{field}: {surface}',
  'settings.always': 'Immer Pflicht',
  'settings.notAsked': 'Keine Frage',
  'settings.nationality': 'Staatsangehörigkeit',
  'settings.defaultNationality': 'Vorausgewählt für neue Kunden',
  'settings.defaultNationalityHint':
    'Erspart eine Auswahl, wenn die meisten Ihrer Kunden aus einem Land kommen. Leer: keine.',
  'settings.noMatch': 'Kein Land passt dazu.',
  'settings.required': 'Ausweisnummern als Pflichtfelder',
  'settings.requiredText':
    'Welche Nummern bei Kunden einer Staatsangehörigkeit ausgefüllt sein müssen. Gefragt wird nur, wer sensible Felder sehen darf.',
  'settings.otherCountries': 'Alle anderen Länder',
  'settings.requiredCount': { one: '{count} Pflichtfeld', other: '{count} Pflichtfelder' },
  'settings.birthday': 'Geburtstagsgruß',
  'settings.birthdayOn': 'Kunden zum Geburtstag per E-Mail gratulieren',
  'settings.birthdayText':
    'Alle mit Geburtsdatum und E-Mail bekommen eine Nachricht im Jahr, in ihrer Sprache. Wer am 29. Februar geboren ist, bekommt sie in anderen Jahren am 28. Februar. Jede Nachricht hat einen Link, um keine mehr zu bekommen.',
  'settings.birthdayHour': 'Ab dieser Stunde',
  'settings.birthdayHourHint':
    'Nach der Uhr des Kunden, oder nach der Ihres ersten Standorts, wo keine Zeitzone bekannt ist.',
  'settings.save': 'Einstellungen speichern',
  'settings.saved': 'Die Einstellungen sind gespeichert.',
} as const satisfies Catalogue;
