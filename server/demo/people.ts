import { fold } from '../customers/identity.js';
import type { Names } from './names.js';
import { namesOfCustomers } from './names.js';
import type { Seeded } from './seeded.js';

/** Somebody who will be a customer. */
export interface Person {
  firstName: string;
  lastName: string;
  isWoman: boolean;
  email: string | null;
  phone: string | null;
  language: 'en' | 'de';
  /** Members of one family share an e-mail and a place; people on their own have a family of one. */
  family: Family;
}

export interface Family {
  names: Names;
  lastName: string;
  email: string | null;
  phone: string | null;
}

const families = 8;

/** So many people, of whom no two have the same name and only families the same e-mail. */
export function makePeople(chance: Seeded, count: number): Person[] {
  const names = new Set<string>();
  const emails = new Set<string>();
  const people: Person[] = [];
  const addMember = (family: Family, given?: Person): Person => {
    for (;;) {
      const isWoman = chance.chance(0.63);
      const firstName = given?.firstName ?? chance.pick(isWoman ? family.names.women : family.names.men);
      if (names.has(`${firstName} ${family.lastName}`)) continue;
      names.add(`${firstName} ${family.lastName}`);
      const { lastName, email, phone, names: origin } = family;
      people.push({ firstName, lastName, isWoman, email, phone, language: origin.language, family });
      return people.at(-1) as Person;
    }
  };
  while (people.length < count) {
    const origin = chance.weighted(namesOfCustomers, (group) => group.share) as Names;
    const family: Family = { names: origin, lastName: chance.pick(origin.last), email: null, phone: null };
    if (chance.chance(0.86)) family.phone = origin.phone(chance.whole(0, 99), chance.whole(0, 999));
    const size = people.length < families * 2 ? 2 : 1;
    const members = Array.from({ length: size }, () => addMember(family));
    family.email = freeEmail(chance, members[0] as Person, emails);
    for (const member of members) member.email = family.email;
  }
  return chance.shuffled(people);
}

/** Their own name at a domain that RFC 2606 keeps for examples. */
function freeEmail(chance: Seeded, person: Person, emails: Set<string>): string {
  const part = (text: string): string => fold(text).replace(/[^a-z]/g, '');
  const [first, last] = [part(person.firstName), part(person.lastName)];
  for (;;) {
    const local = chance.pick([
      `${first}.${last}`,
      `${first}.${last}`,
      `${first}${last}`,
      `${first[0]}.${last}`,
      `${first}.${last}${chance.whole(70, 99)}`,
    ]);
    const email = `${local}@${chance.pick(['example.com', 'example.com', 'example.org'])}`;
    if (emails.has(email)) continue;
    emails.add(email);
    return email;
  }
}
