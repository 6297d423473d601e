import { expect } from 'chai';
import { checkPassword, normalisePassword } from '../../server/accounts/password-rules.js';

const context = ['Salon Aurora', 'marta.silva@aurora-hair.example', 'Marta Silva'];

describe('rules of staff passwords (S76, S78)', () => {
  const table: [string, string, string][] = [
    ['14 characters', 'mellow otter g', 'too_short'],
    ['15 characters', 'mellow otter go', 'accepted'],
    ['15 emoji of two code units each', '🦦🌿🎻🧭🪁🍵🛶🧵🪞🕯🌧🎈📎🧊🍋', 'accepted'],
    ['a passphrase in Greek', 'ήσυχη βίδρα κολυμπά', 'accepted'],
    ['64 characters', 'mellow otter '.repeat(5).trim().slice(0, 64), 'accepted'],
    ['256 characters', `${'mellow otter paddles '.repeat(12)}at d`, 'accepted'],
    ['257 characters', `${'mellow otter paddles '.repeat(12)}at da`, 'too_long'],
    ['one symbol over and over', 'aaaaaaaaaaaaaaaaaaaa', 'common'],
    ['two over and over', 'abababababababab', 'common'],
    ['a word over and over', 'PasswordPassword', 'common'],
    ['a row of the keyboard', 'qwertyuiopasdfg', 'common'],
    ['digits in order', '123456789012345', 'common'],
    ['spaces alone', ' '.repeat(20), 'common'],
    ['the product and a year', 'Booking2026!!!!!', 'context'],
    ['the business and a year', 'SalonAurora2026!', 'context'],
    ['the business with signs between', 's-a-l-o-n-a-u-r-o-r-a-1', 'context'],
    ['the e-mail address', 'marta.silva@aurora-hair.example', 'context'],
    ['the person and a common word', 'MartaSilvaPassword1', 'context'],
    ['the business within a real passphrase', 'aurora mellow otter paddles', 'accepted'],
  ];
  for (const [title, password, wanted] of table)
    it(`${title}: ${wanted}`, () => {
      const checked = checkPassword(password, context);
      expect(checked.acceptable ? 'accepted' : checked.reason).to.equal(wanted);
    });

  it('take one spelling of letters that look alike', () => {
    expect(normalisePassword('caf\u00e9 ｗide')).to.equal(normalisePassword('cafe\u0301 wide'));
  });
});
