/*
 * Words that files use for a gender, for yes and for no, folded (no case, no accents). Where the same letter means two things in two
 * languages it is left out: M is Mann and Mulher, and who writes it is asked.
 */

type Gender = 'female' | 'male' | 'diverse' | 'unsaid';

const genders: Record<Gender, string> = {
  female:
    'female f w woman frau weiblich weibl feminin feminino feminina femme femenino femenina mujer mulher femminile donna vrouw vrouwelijk kobieta zenska k mrs ms miss fr sra mme',
  male: 'male m man mann mannlich herr masculin masculino homme hombre homem maschile uomo mannelijk mezczyzna meska mr h hr sr',
  diverse: 'diverse divers d other x nonbinary non-binary nb diverso autre outro otro altro anders inna inny',
  unsaid:
    'unsaid unknown unbekannt none keine n/a na - ? u prefer not to say not specified keine angabe nao informado inconnu desconocido sconosciuto onbekend nieznana not_known',
};

const phrases: Record<string, Gender> = {
  'prefer not to say': 'unsaid',
  'not specified': 'unsaid',
  'not known': 'unsaid',
  'keine angabe': 'unsaid',
  'nao informado': 'unsaid',
  'non binary': 'diverse',
};

const genderWords = new Map<string, Gender>(
  (Object.entries(genders) as [Gender, string][]).flatMap(([gender, words]) =>
    words.split(' ').map((word): [string, Gender] => [word, gender]),
  ),
);

/** The gender that a folded word names; null for a word that is none. */
export const genderOf = (folded: string): Gender | null =>
  phrases[folded] ?? genderWords.get(folded.replace(/\.$/, '')) ?? null;

const yes = new Set(
  'yes y true t 1 x on ja j wahr oui o vrai si s verdadero sim verdadeiro vero waar tak prawda subscribed subscriber opted-in opt-in abonniert angemeldet inscrit abonne suscrito inscrito iscritto geabonneerd'.split(
    ' ',
  ),
);
const no = new Set(
  'no n false f 0 off nein falsch non faux nao falso nee onwaar nie falsz - unsubscribed unsubscribe opted-out opt-out unknown never abgemeldet desinscrit bounced'.split(
    ' ',
  ),
);

/** Whether a folded word means yes; null for a word that means neither. */
export function yesOrNo(folded: string): boolean | null {
  if (yes.has(folded)) return true;
  return no.has(folded) ? false : null;
}
