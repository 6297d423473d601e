import type { Catalogue } from '../../../widget/kit/words.js';

export const settings = {
  'nav.settings': 'Settings',
  'settings.title': 'Settings',
  'settings.lists': 'Lists',
  'settings.pageSize': 'Items per page',
  'settings.pageSizeHint': 'From 10 to 200. How many rows a list shows until somebody chooses otherwise.',
  'settings.pageSizeWrong': 'Enter a whole number from 10 to 200.',
  'settings.fields': 'Customer fields',
  'settings.fieldsText':
    'What your staff fill in about a customer, and what visitors are asked when they book. Hiding a field deletes nothing: what is stored comes back when you show it again. Visitors’ answers are stored for new customers; a booking never changes one you already have.',
  'settings.field': 'Field',
  'settings.admin': 'Staff fill in',
  'settings.widget': 'Visitors are asked',
  'settings.use.required': 'Required',
  'settings.use.shown': 'Optional',
  'settings.use.hidden': 'Hidden',
  'settings.useOf': '{field}: {surface}',
  'settings.always': 'Always required',
  'settings.notAsked': 'Not asked',
  'settings.nationality': 'Nationality',
  'settings.defaultNationality': 'Preselected for new customers',
  'settings.defaultNationalityHint': 'Saves a choice when most of your customers come from one country. Empty: none.',
  'settings.noMatch': 'No country matches.',
  'settings.required': 'Required ID numbers',
  'settings.requiredText':
    'Which numbers have to be filled in for customers of a nationality. Only staff who may see sensitive fields are asked for them.',
  'settings.otherCountries': 'All other countries',
  'settings.requiredCount': { one: '{count} required', other: '{count} required' },
  'settings.birthday': 'Birthday greeting',
  'settings.birthdayOn': 'Greet customers by e-mail on their birthday',
  'settings.birthdayText':
    'Everybody with a date of birth and an e-mail gets one mail a year, in their language. Whoever was born on 29 February gets it on 28 February in other years. Each mail carries a link to get no more of them.',
  'settings.birthdayHour': 'From this hour on',
  'settings.birthdayHourHint':
    'On the customer’s own clock, or on that of your first location where no time zone is known.',
  'settings.save': 'Save settings',
  'settings.saved': 'The settings are saved.',
} as const satisfies Catalogue;
