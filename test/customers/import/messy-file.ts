/** A file as a shop's old program writes it: semicolons, Windows-1252, dates with dots, quotes where they must be, and slips. */
export interface MessyFile {
  bytes: Buffer;
  rows: number;
  /** Numbers of the rows (from 1) that can't be imported, with the column at fault and what would be right. */
  bad: { row: number; column: number; right: string }[];
}

const firstNames = ['Zoë', 'Jürgen', 'Ângela', 'François', 'Núria', 'Søren', 'Renée', 'Márcio', 'Käthe', 'Iñaki'];
const lastNames = [
  'Müller',
  'da Silva',
  'Grønbæk',
  'O’Connor',
  'Peña',
  'Straße',
  'Åkesson',
  'Lefèvre',
  'Núñez',
  'Weiß',
];
const header =
  'Kundennr;Vorname;Nachname;E-Mail;Telefon;Geburtsdatum;Geschlecht;Newsletter;Straße;PLZ;Ort;Land;Notiz;role';

const columns = { email: 3, phone: 4, birthDate: 5, gender: 6, country: 11 } as const;

/** `rows` rows of which `bad` have one fault each, spread over the file. The same every time. */
export function messyFile(rows = 5000, bad = 40): MessyFile {
  const faults: MessyFile['bad'] = [];
  const every = Math.floor(rows / Math.max(1, bad));
  const lines = [header];
  for (let row = 1; row <= rows; row += 1) {
    const cells = goodRow(row);
    if (faults.length < bad && row % every === 0) {
      const [name, wrong] = slips[faults.length % slips.length] as (typeof slips)[number];
      const column = columns[name];
      faults.push({ row, column, right: cells[column] as string });
      cells[column] = wrong;
    }
    lines.push(cells.map(quoted).join(';'));
    // Programs leave empty lines behind, and lines of nothing but semicolons.
    if (row % 997 === 0) lines.push('', ';;;;;;;;;;;;;');
  }
  return { bytes: windows1252(`${lines.join('\r\n')}\r\n`), rows, bad: faults };
}

const slips: [keyof typeof columns, string][] = [
  ['email', 'kein.mail.example.com'],
  ['phone', 'ruft selbst an'],
  ['birthDate', '31.02.1980'],
  ['gender', 'siehe Akte'],
  ['country', 'Atlantis'],
];

function goodRow(row: number): string[] {
  const day = String((row % 28) + 1).padStart(2, '0');
  const month = String((row % 12) + 1).padStart(2, '0');
  return [
    String(90_000 + row),
    firstNames[row % 10] as string,
    `${lastNames[Math.floor(row / 10) % 10]} ${row}`,
    `Kunde.${row}@Beispiel-${row % 7}.example`,
    `0${170 + (row % 10)} ${1_000_000 + row}`,
    `${day}.${month}.${1940 + (row % 60)}`,
    row % 3 === 0 ? 'männlich' : row % 3 === 1 ? 'weiblich' : 'divers',
    row % 2 === 0 ? 'ja' : 'nein',
    `Königstraße ${row % 200}`,
    String(10_000 + (row % 80_000)),
    row % 2 === 0 ? 'Köln' : 'Düsseldorf',
    row % 5 === 0 ? 'Österreich' : 'Deutschland',
    row % 11 === 0 ? `Sagt „Grüß Gott“; zahlt bar: ${row} €\nRuft vorher an` : '',
    row % 50 === 0 ? 'owner' : '',
  ];
}

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const beyondLatin1: Record<string, number> = { '€': 0x80, '„': 0x84, '’': 0x92, '“': 0x93 };

const windows1252 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => beyondLatin1[sign] ?? sign.charCodeAt(0)));
