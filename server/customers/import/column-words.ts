import { fold } from '../identity.js';
import type { ImportField } from './fields.js';

/** What columns are called in English, German, French, Spanish, Portuguese, Italian, Dutch and Polish, folded and without signs. */
const words: Record<ImportField, string> = {
  firstName:
    'first name|firstname|given name|forename|christian name|name first|customer first name|client first name|vorname|rufname|prenom|nombre|nombre de pila|primer nombre|primeiro nome|nome proprio|nome|voornaam|imie',
  lastName:
    'last name|lastname|surname|family name|name last|customer last name|client last name|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|primer apellido|apelido|sobrenome|ultimo nome|cognome|achternaam|familienaam|nazwisko',
  fullName:
    'name|full name|fullname|customer|customer name|client|client name|contact|contact name|kunde|kundin|kundenname|vollstandiger name|name vorname|nom complet|nom et prenom|client nom|nombre completo|nombre y apellidos|cliente|nome completo|nome e cognome|nominativo|volledige naam|naam|klant|klantnaam|imie i nazwisko|klient|nazwa klienta',
  displayName:
    'display name|displayname|shown name|nickname|screen name|anzeigename|spitzname|nom affiche|pseudo|surnom|nombre para mostrar|nombre visible|apodo|nome de exibicao|nome a apresentar|nome visualizzato|soprannome|weergavenaam|roepnaam|nazwa wyswietlana|pseudonim',
  email:
    'email|e mail|mail|email address|e mail address|mail address|customer email|client email|primary email|email 1|e mail adresse|emailadresse|mailadresse|adresse e mail|adresse email|courriel|adresse mail|correo|correo electronico|direccion de correo|endereco de email|correio eletronico|correio electronico|indirizzo email|posta elettronica|e mailadres|emailadres|adres email|adres e mail',
  phone:
    'phone|phone number|phonenumber|telephone|telephone number|tel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|customer phone|client phone|contact number|primary phone|phone 1|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|telephone portable|portable|numero de telephone|mobile|telefono|numero de telefono|movil|celular|telefono movil|telefone|telemovel|numero de telefone|contacto telefonico|contato|cellulare|numero di telefono|telefoon|telefoonnummer|mobiel|mobiele nummer|gsm|telefon komorkowy|numer telefonu|nr telefonu|komorka',
  gender: 'gender|sex|geschlecht|anrede|salutation|genre|sexe|civilite|genero|sexo|sesso|genere|geslacht|plec',
  birthDate:
    'birth date|birthdate|birthday|date of birth|dateofbirth|dob|born|geburtsdatum|geburtstag|geb datum|geboren|date de naissance|anniversaire|naissance|fecha de nacimiento|nacimiento|cumpleanos|data de nascimento|nascimento|aniversario|data di nascita|nascita|compleanno|geboortedatum|verjaardag|data urodzenia|urodziny',
  language:
    'language|lang|preferred language|locale|sprache|bevorzugte sprache|langue|langue preferee|idioma|lengua|lingua|taal|voorkeurstaal|jezyk',
  timeZone:
    'time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria|fuso horario|fuso orario|tijdzone|strefa czasowa',
  newsletter:
    'newsletter|subscribed|subscribed to newsletter|email subscription status|marketing|marketing consent|accepts marketing|email marketing|email opt in|opt in|mailing list|newsletter abonniert|rundbrief|einwilligung newsletter|lettre d information|infolettre|abonne|boletin|suscrito|boletim|subscrito|inscrito|iscritto alla newsletter|nieuwsbrief|biuletyn|zgoda na newsletter',
  occupation:
    'occupation|profession|job|job title|beruf|tatigkeit|metier|profesion|ocupacion|oficio|profissao|ocupacao|professione|occupazione|beroep|zawod|zajecie',
  address1:
    'address|address 1|address1|address line 1|address line1|addressline1|street|street address|street address 1|billing address 1|adresse|strasse|strasse und hausnummer|strasse hausnummer|anschrift|adresszeile 1|adresse 1|adresse ligne 1|rue|direccion|direccion 1|calle|domicilio|morada|morada 1|endereco|endereco 1|rua|logradouro|indirizzo|indirizzo 1|via|adres|adres 1|straat|adresregel 1|ulica|adres linia 1',
  address2:
    'address 2|address2|address line 2|address line2|addressline2|street address 2|billing address 2|apartment|suite|adresszusatz|adresszeile 2|zusatz|adresse 2|complement d adresse|adresse ligne 2|direccion 2|piso|morada 2|endereco 2|complemento|indirizzo 2|interno|adres 2|adresregel 2|toevoeging|adres linia 2|mieszkanie',
  city: 'city|town|locality|suburb|stadt|ort|wohnort|ville|commune|localite|ciudad|poblacion|localidad|cidade|localidade|municipio|citta|comune|localita|stad|plaats|woonplaats|miasto|miejscowosc',
  state:
    'state|province|region|county|state province|state region|bundesland|kanton|region departement|departement|etat|provincia|estado|comunidad autonoma|distrito|uf|regione|provincie|wojewodztwo',
  postalCode:
    'postal code|postalcode|postcode|post code|zip|zip code|zipcode|zip postal code|plz|postleitzahl|code postal|cp|codigo postal|cep|cap|codice postale|kod pocztowy|kod',
  country: 'country|country code|land|staat|pays|pais|paese|nazione|stato|kraj|panstwo',
  nationality:
    'nationality|citizenship|nationalitat|staatsangehorigkeit|staatsburgerschaft|nationalite|nacionalidad|nacionalidade|nazionalita|cittadinanza|nationaliteit|narodowosc|obywatelstwo',
  note: 'note|notes|internal note|note internal|comment|comments|remark|remarks|memo|description|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|interne notiz|remarque|remarques|commentaire|commentaires|nota|notas|observaciones|comentario|comentarios|observacoes|observacao|note interne|annotazioni|osservazioni|commenti|opmerking|opmerkingen|notitie|notities|notatka|notatki|uwagi|komentarz',
};

const fields = new Map<string, ImportField>();
for (const [field, names] of Object.entries(words) as [ImportField, string][])
  for (const name of names.split('|')) if (!fields.has(name)) fields.set(name, field);

/** A column's name for comparing: folded, signs and camel case as spaces. `E-Mail`, `e_mail` and `eMail` are one. */
export const foldColumn = (name: string): string =>
  fold(name.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The field that a column's name stands for; null for a name that we don't know. */
export const fieldOfColumn = (name: string): ImportField | null => {
  const folded = foldColumn(name);
  return fields.get(folded) ?? fields.get(folded.replaceAll(' ', '')) ?? null;
};

/**
 * Columns of other programs' insides. They are left out with a warning: a file never says who a customer is, what its record's
 * state is, or what an account may do (ATTACKS S30).
 */
const internal = new Set(
  'id|ids|uid|uuid|guid|customer id|client id|user id|account id|wp user id|external id|square customer id|reference id|number|customer number|no|nr|kundennummer|kundennr|kunden nr|numero de cliente|numero do cliente|numero client|klantnummer|numer klienta|customer no|customer nr|client number|client no|role|roles|id roles|rolle|permission|permissions|is admin|admin|is owner|password|passwort|mot de passe|contrasena|senha|haslo|wachtwoord|password hash|passwordhash|hash|salt|token|secret|api key|status|state id|state of record|deleted at|deleted|created at|created|updated at|updated|trashed at|erased at|merged into|import id|version|source|created on|created by|creation source|identity key'.split(
    '|',
  ),
);

/** Whether a column is an inside of some program, which no import may set. */
export const isInternalColumn = (name: string): boolean => internal.has(foldColumn(name));
