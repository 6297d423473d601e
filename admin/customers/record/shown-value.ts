import { dateFormat } from '../../../widget/kit/formatters.js';
import { useAdmin } from '../../admin-context.js';
import { countryOptions, labelOf, languageOptions } from './choices.js';
import type { FieldName } from './form-values.js';
import { genders } from './genders.js';

/** A field's value as a person reads it: countries by name, dates as they are written here. '' for what is empty. */
export function useShownValue(): (name: FieldName, value: string | boolean | null) => string {
  const { t, language } = useAdmin().words;
  return (name, value) => {
    if (typeof value === 'boolean') return t(value ? 'record.yes' : 'record.no');
    if (value === null || value === '') return '';
    if (name === 'country' || name === 'nationality') return labelOf(countryOptions(language), value);
    if (name === 'language') return labelOf(languageOptions(language), value);
    if (name === 'gender') {
      const gender = genders.find((known) => known === value);
      return gender ? t(`record.gender.${gender}`) : value;
    }
    if (name === 'birthDate')
      return dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(value));
    return name === 'timeZone' ? value.replaceAll('_', ' ') : value;
  };
}
