/** What visitors agree to until the owner writes better, in languages other than that of the initial settings. */
const texts: Readonly<Record<string, string>> = {
  de: 'Ich bin einverstanden, dass meine Angaben gespeichert werden, um diese Buchung anzulegen und zu verwalten. Bis zu der bei der Leistung genannten Zeit kann ich kostenlos absagen.',
};

export const termsIn = (language: string): string | undefined => texts[language.split('-')[0] ?? ''];
