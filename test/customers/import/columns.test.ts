import { expect } from 'chai';
import { looksLikeHeader, presetOf, proposeMapping } from '../../../server/customers/import/column-mapping.js';
import { isInternalColumn } from '../../../server/customers/import/column-words.js';
import { presets } from '../../../server/customers/import/presets/all.js';

describe('the columns of a file (A092)', () => {
  const mapped: [string, (string | null)[]][] = [
    ['First name,Last name,E-mail,Phone', ['firstName', 'lastName', 'email', 'phone']],
    [
      'Vorname;Nachname;E-Mail-Adresse;Handy;PLZ;Ort'.replaceAll(';', ','),
      ['firstName', 'lastName', 'email', 'phone', 'postalCode', 'city'],
    ],
    ['Prénom,Nom,Courriel,Téléphone,Date de naissance', ['firstName', 'lastName', 'email', 'phone', 'birthDate']],
    ['Nombre,Apellidos,Correo electrónico,Móvil', ['firstName', 'lastName', 'email', 'phone']],
    ['Nome,Apelido,Morada,Código postal,Localidade', ['firstName', 'lastName', 'address1', 'postalCode', 'city']],
    ['Nome,Cognome,Indirizzo,CAP,Città', ['firstName', 'lastName', 'address1', 'postalCode', 'city']],
    ['Voornaam,Achternaam,E-mailadres,Telefoonnummer', ['firstName', 'lastName', 'email', 'phone']],
    ['Imię,Nazwisko,Adres e-mail,Nr telefonu', ['firstName', 'lastName', 'email', 'phone']],
    ['firstName,last_name,EMAIL,zip_code', ['firstName', 'lastName', 'email', 'postalCode']],
    ['Name,Vorname', ['lastName', 'firstName']],
    ['Nombre,Email', ['fullName', 'email']],
    ['Email,E-mail', ['email', null]],
    ['Name,role,id,password_hash,user_id,deleted_at,status', ['fullName', null, null, null, null, null, null]],
  ];
  for (const [header, fields] of mapped)
    it(`“${header}” are understood`, () => {
      expect(proposeMapping(header.split(','), null)).to.deep.equal(fields);
    });

  it('that are insides of a program are known as such, in any spelling (S30)', () => {
    for (const name of ['role', 'ID', 'password_hash', 'passwordHash', 'User Id', 'deleted_at', 'is_admin', 'Status'])
      expect(isInternalColumn(name), name).to.equal(true);
  });

  it('are told from rows', () => {
    expect(looksLikeHeader(['Name', 'E-Mail'], [['Ana', 'ana@example.com']])).to.equal(true);
    expect(looksLikeHeader(['Ana', 'ana@example.com'], [['Ben', 'ben@example.com']])).to.equal(false);
    expect(looksLikeHeader(['Ana', '912345678'], [])).to.equal(false);
    expect(looksLikeHeader(['Rufname', 'Kontakt'], [['Ana', 'ana@example.com']])).to.equal(true);
  });

  const exports: [string, string, (string | null)[]][] = [
    [
      'square',
      'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Street Address 1,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,Email Subscription Status',
      [
        null,
        'firstName',
        'lastName',
        'email',
        'phone',
        'displayName',
        'address1',
        'postalCode',
        'birthDate',
        'note',
        null,
        null,
        'newsletter',
      ],
    ],
    [
      'amelia',
      'First Name,Last Name,Email,Phone,Gender,Date of Birth,Note,Last Appointment,Total Appointments',
      ['firstName', 'lastName', 'email', 'phone', 'gender', 'birthDate', 'note', null, null],
    ],
    [
      'booknetic',
      'ID,Customer name,Email,Phone,Last appointment,Gender,Date of birth',
      [null, 'fullName', 'email', 'phone', null, 'gender', 'birthDate'],
    ],
    [
      'easyappointments',
      'id,first_name,last_name,email,phone_number,address,city,zip_code,notes,timezone,language,id_roles',
      [
        null,
        'firstName',
        'lastName',
        'email',
        'phone',
        'address1',
        'city',
        'postalCode',
        'note',
        'timeZone',
        'language',
        null,
      ],
    ],
  ];
  for (const [name, header, fields] of exports)
    it(`of an export of ${name} are known as its own`, () => {
      const names = header.split(',');
      const preset = presetOf(names, presets);
      expect(preset?.name).to.equal(name);
      expect(proposeMapping(names, preset)).to.deep.equal(fields);
    });
});
