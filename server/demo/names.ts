/** Names that go together. `share` is how many of a hundred customers have them. */
export interface Names {
  share: number;
  /** Language of their bookings: Bookpane speaks English and German so far. */
  language: 'en' | 'de';
  women: readonly string[];
  men: readonly string[];
  last: readonly string[];
  /** A telephone number from two numbers, 0 to 99 and 0 to 999. */
  phone(pair: number, triple: number): string;
}

const digits = (count: number, value: number): string => String(value).padStart(count, '0');

/** Portugal keeps no numbers for fiction; these are in a block of zeros that no operator sells, and nobody is ever called. */
const portuguese = (pair: number, triple: number): string =>
  `${['', '', '+351 '][pair % 3]}9${[1, 2, 3, 6][pair % 4]}${pair % 10} 000 ${digits(3, triple)}`;
/** The numbers that the Bundesnetzagentur keeps free for films. */
const german = (pair: number): string => `+49 171 39200${digits(2, pair)}`;
/** The numbers that ARCEP keeps free for films. */
const french = (pair: number, triple: number): string => `+33 6 39 98 ${digits(2, pair)} ${digits(2, triple % 100)}`;

const words = (text: string): string[] => text.split(' ');

export const namesOfCustomers: readonly Names[] = [
  {
    share: 78,
    language: 'en',
    women: words(
      'Beatriz Carolina Catarina Clara Cristina Diana Filipa Francisca Helena Joana Leonor Madalena Mafalda Margarida Mariana Marta Matilde Patrícia Raquel Rita Sofia Teresa',
    ),
    men: words('Afonso André Bernardo Diogo Duarte Francisco Gonçalo Henrique João Miguel Nuno Pedro Ricardo Vasco'),
    last: words(
      'Abreu Almeida Amaral Antunes Azevedo Barros Bettencourt Botelho Cabral Câmara Cardoso Coelho Correia Costa Cunha Dias Esteves Faria Fonseca Freitas Furtado Gaspar Gonçalves Leal Lima Lopes Macedo Marques Matos Melo Mendonça Neves Nóbrega Pacheco Pimentel Quental Raposo Sousa Teles Vieira',
    ),
    phone: portuguese,
  },
  {
    share: 6,
    language: 'en',
    women: ['Lucía', 'Carmen', 'Alba'],
    men: ['Álvaro', 'Javier'],
    last: ['Ortega Ruiz', 'Navarro', 'Iglesias', 'Romero', 'Vidal'],
    phone: portuguese,
  },
  {
    share: 8,
    language: 'de',
    women: ['Greta', 'Johanna', 'Annika', 'Lena'],
    men: ['Jonas', 'Matthias'],
    last: ['Böhm', 'Schäfer', 'Krüger', 'Lindner', 'Weiß', 'von Hartmann'],
    phone: german,
  },
  {
    share: 4,
    language: 'en',
    women: ['Camille', 'Élodie', 'Manon'],
    men: ['Mathieu', 'Julien'],
    last: ['Lefèvre', 'Girard', 'Delorme', 'Chevalier'],
    phone: french,
  },
  {
    share: 4,
    language: 'en',
    women: ['Fiona', 'Imogen', 'Niamh'],
    men: ['Owen', 'Callum'],
    last: ['Whitfield', 'O’Brien', 'Ashworth', 'Kerr'],
    phone: portuguese,
  },
];
