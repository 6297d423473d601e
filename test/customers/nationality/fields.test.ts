import { expect } from 'chai';
import type { SensitiveReason } from '../../../server/customers/nationality/field.js';
import { allProfiles, fieldNamed, profileOf } from '../../../server/customers/nationality/profiles.js';

/** Typed → kept; numbers of our own making with right check digits, in the ways that people write them. */
const good: Record<string, [typed: string, kept: string, written: string, masked: string][]> = {
  ssn: [
    ['123-45-6789', '123456789', '123-45-6789', '•••-••-6789'],
    [' 899 99 0001 ', '899990001', '899-99-0001', '•••-••-0001'],
    ['001–01–0001', '001010001', '001-01-0001', '•••-••-0001'],
  ],
  cpf: [
    ['529.982.247-25', '52998224725', '529.982.247-25', '•••.•••.•47-25'],
    ['52998224725', '52998224725', '529.982.247-25', '•••.•••.•47-25'],
  ],
  rg: [['12.345.678-x', '12345678X', '12345678X', '•••••678X']],
  mothersMaidenName: [
    ['  da   Conceição ', 'da Conceição', 'da Conceição', '••••••••'],
    ["O'Brien-Łuc", "O'Brien-Łuc", "O'Brien-Łuc", '••••••••'],
  ],
  nif: [['123 456 789', '123456789', '123 456 789', '••• ••6 789']],
  citizenCard: [['000000000zz4', '000000000ZZ4', '00000000 0 ZZ4', '•••••••• 0 ZZ4']],
  dniNie: [
    ['12345678z', '12345678Z', '12345678-Z', '•••••678-Z'],
    ['X-1234567-L', 'X1234567L', 'X1234567-L', '•••••567-L'],
  ],
  nino: [['ab 12 34 56 c', 'AB123456C', 'AB 12 34 56 C', '•• •• •4 56 C']],
  nhsNumber: [['9434765919', '9434765919', '943 476 5919', '••• ••• 5919']],
  nir: [
    ['2 55 08 14 168 025 38', '255081416802538', '2 55 08 14 168 025 38', '• •• •• •• ••• •25 38'],
    ['1840 52A 123 456 82', '184052A12345682', '1 84 05 2A 123 456 82', '• •• •• •• ••• •56 82'],
  ],
  steuerId: [['86 095 742 719', '86095742719', '86 095 742 719', '•• ••• ••2 719']],
  codiceFiscale: [['rssmra85t10a562s', 'RSSMRA85T10A562S', 'RSSMRA85T10A562S', '••••••••••••562S']],
  bsn: [
    ['1234.56.782', '123456782', '1234.56.782', '••••.•6.782'],
    ['10000008', '010000008', '0100.00.008', '••••.•0.008'],
  ],
  pesel: [['44051401359', '44051401359', '44051401359', '•••••••1359']],
  pan: [['abcpe1234f', 'ABCPE1234F', 'ABCPE1234F', '••••••234F']],
  aadhaar: [['2341-2341-2346', '234123412346', '2341 2341 2346', '•••• •••• 2346']],
  curp: [['boxw310820hnerxn09', 'BOXW310820HNERXN09', 'BOXW310820HNERXN09', '••••••••••••••XN09']],
  dni: [
    ['12.345.678', '12345678', '12.345.678', '••.••5.678'],
    ['5.123.456', '5123456', '5.123.456', '•.•••.456'],
  ],
  cuit: [['20-05536168-2', '20055361682', '20-05536168-2', '••-•••••168-2']],
  myNumber: [['1234 5678 9018', '123456789018', '1234 5678 9018', '•••• •••• 9018']],
  passportOrId: [
    ['x 123-4567', 'X1234567', 'X1234567', '••••4567'],
    ['АВ12', 'АВ12', 'АВ12', '••12'],
  ],
};

const bad: Record<string, [typed: string, reason: SensitiveReason][]> = {
  ssn: [
    ['000-12-3456', 'never_issued'],
    ['666-12-3456', 'never_issued'],
    ['900-12-3456', 'never_issued'],
    ['999-99-9999', 'never_issued'],
    ['123-00-4567', 'never_issued'],
    ['123-45-0000', 'never_issued'],
    ['078-05-1120', 'never_issued'],
    ['219-09-9999', 'never_issued'],
    ['111-11-1111', 'never_issued'],
    ['123-45-678', 'length'],
    ['123-45-67890', 'length'],
    ['123-45-678O', 'characters'],
    ['123-45-678٩', 'characters'],
  ],
  cpf: [
    ['111.111.111-11', 'never_issued'],
    ['000.000.000-00', 'never_issued'],
    ['529.982.247-26', 'check_digit'],
    ['529.982.247', 'length'],
  ],
  rg: [
    ['1234', 'length'],
    ['ABCDEF', 'characters'],
  ],
  mothersMaidenName: [
    ['Silva99', 'characters'],
    ['—', 'characters'],
    ['<b>Silva</b>', 'characters'],
    ['a'.repeat(101), 'length'],
  ],
  nif: [
    ['123456788', 'check_digit'],
    ['012345678', 'characters'],
    ['999999999', 'never_issued'],
  ],
  citizenCard: [['000000000ZZ5', 'check_digit']],
  dniNie: [
    ['12345678A', 'check_digit'],
    ['X1234567A', 'check_digit'],
    ['00000000T', 'never_issued'],
    ['B12345678', 'characters'],
  ],
  nino: [
    ['BG123456A', 'never_issued'],
    ['QQ123456A', 'never_issued'],
    ['AB123456E', 'characters'],
    ['AB123456', 'length'],
  ],
  nhsNumber: [['9434765918', 'check_digit']],
  nir: [
    ['255081416802539', 'check_digit'],
    ['955081416802538', 'characters'],
  ],
  steuerId: [
    ['86095742718', 'check_digit'],
    ['01234567899', 'never_issued'],
    ['12345678901', 'never_issued'],
  ],
  codiceFiscale: [['RSSMRA85T10A562T', 'check_digit']],
  bsn: [
    ['123456789', 'check_digit'],
    ['000000000', 'never_issued'],
  ],
  pesel: [
    ['44051401358', 'check_digit'],
    ['44051401', 'length'],
  ],
  pan: [
    ['ABCDE1234F', 'never_issued'],
    ['ABCPE0000F', 'never_issued'],
  ],
  aadhaar: [
    ['234123412347', 'check_digit'],
    ['134123412346', 'characters'],
  ],
  curp: [['BOXW310820HNERXN08', 'check_digit']],
  dni: [
    ['0123456', 'characters'],
    ['123456', 'length'],
  ],
  cuit: [['20-05536168-3', 'check_digit']],
  myNumber: [['123456789019', 'check_digit']],
  passportOrId: [
    ['123', 'length'],
    ['ABCDEFG', 'characters'],
    ['12<script>', 'characters'],
  ],
};

describe('the fields of nationalities (A022, A023, A024)', () => {
  const names = [...new Set(allProfiles().flatMap(({ fields }) => fields.map(({ name }) => name)))];

  it('each have examples here', () => {
    expect(Object.keys(good).sort()).to.deep.equal([...names].sort());
    expect(Object.keys(bad).sort()).to.deep.equal([...names].sort());
  });

  for (const [name, examples] of Object.entries(good)) {
    it(`A022 ${name} is kept in one spelling, written as people do, and masked but for its end`, () => {
      const field = fieldNamed(name)!;
      for (const [typed, kept, written, masked] of examples) {
        expect(field.check(typed), typed).to.deep.equal({ ok: true, value: kept });
        expect(field.format(kept)).to.equal(written);
        expect(field.check(written), 'what is written is read again').to.deep.equal({ ok: true, value: kept });
        expect(field.mask(kept)).to.equal(masked);
      }
    });
  }

  for (const [name, examples] of Object.entries(bad)) {
    it(`A022 ${name} refuses what it can’t be, and says why`, () => {
      const field = fieldNamed(name)!;
      for (const [typed, reason] of examples) expect(field.check(typed), typed).to.deep.equal({ ok: false, reason });
    });
  }

  it('A023 asks for the SSN of Americans and the CPF of Brazilians, and for what the business says', () => {
    const required = (country: string | null, wish = {}) =>
      profileOf(country, wish)
        .fields.filter((field) => field.required)
        .map((field) => field.name);
    expect(required('US')).to.deep.equal(['ssn']);
    expect(required('BR')).to.deep.equal(['cpf']);
    for (const country of ['PT', 'ES', 'GB', 'FR', 'DE', 'IT', 'NL', 'PL', 'IN', 'MX', 'AR', 'JP', 'SE', null])
      expect(required(country), String(country)).to.deep.equal([]);
    expect(required('PT', { nif: true })).to.deep.equal(['nif']);
    expect(required('US', { ssn: false, mothersMaidenName: true })).to.deep.equal(['mothersMaidenName']);
  });

  it('A024 asks for the mother’s maiden name where it is used, and elsewhere for what the country has', () => {
    const has = (country: string | null) =>
      profileOf(country).fields.some((field) => field.name === 'mothersMaidenName');
    expect(['US', 'BR', null, 'SE'].map(has)).to.deep.equal([true, true, true, true]);
    expect(has('DE')).to.equal(false);
  });

  it('serves a country without rules of its own, and an unknown one, with the general profile', () => {
    for (const country of ['SE', 'XX', 'constructor', '', null])
      expect(profileOf(country)).to.deep.include({ country: null });
  });
});
