import type { Translation } from '../kit/words.js';
import type { moreEn } from './more-en.js';

/** German: friendly, with Sie. */
export const moreDe: Translation<typeof moreEn> = {
  'more.optional': 'freiwillig',
  'more.choose': 'Bitte wählen',
  'more.birthDate': 'Geburtsdatum',
  'more.gender': 'Geschlecht',
  'more.gender.female': 'Weiblich',
  'more.gender.male': 'Männlich',
  'more.gender.diverse': 'Divers',
  'more.gender.unsaid': 'Möchte ich nicht sagen',
  'more.nationality': 'Staatsangehörigkeit',
  'more.occupation': 'Beruf',
  'more.address1': 'Adresse',
  'more.address2': 'Adresszusatz',
  'more.postalCode': 'Postleitzahl',
  'more.city': 'Ort',
  'more.state': 'Bundesland oder Region',
  'more.country': 'Land',
  'more.newsletter': 'Ja, {business} darf mir Neuigkeiten per E-Mail schicken. Abbestellen kann ich sie jederzeit.',
  'more.birthDate.missing': 'Bitte geben Sie Ihr Geburtsdatum ein.',
  'more.birthDate.wrong': 'Bitte geben Sie Ihr ganzes Geburtsdatum ein, mit dem Jahr.',
  'more.gender.missing': 'Bitte wählen Sie etwas aus. Sie müssen es auch nicht sagen.',
  'more.nationality.missing': 'Bitte wählen Sie Ihre Staatsangehörigkeit.',
  'more.occupation.missing': 'Bitte geben Sie Ihren Beruf ein.',
  'more.address1.missing': 'Bitte geben Sie Ihre Adresse ein.',
  'more.address2.missing': 'Bitte geben Sie den Adresszusatz ein.',
  'more.postalCode.missing': 'Bitte geben Sie Ihre Postleitzahl ein.',
  'more.city.missing': 'Bitte geben Sie Ihren Ort ein.',
  'more.state.missing': 'Bitte geben Sie Ihr Bundesland oder Ihre Region ein.',
  'more.country.missing': 'Bitte wählen Sie Ihr Land.',
};
