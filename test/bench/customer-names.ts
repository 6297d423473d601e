import type { Seeded } from '../../server/demo/seeded.js';

/*
 * Names as a shop's customers have them: a few hundred first names and some thousands of last names, some of each far more often
 * than the others (the share of a name falls with its rank).
 */

const words = (text: string): string[] => text.split(' ');

const firstNames = words(
  `Maria Ana João José Sofia Miguel António Mariana Pedro Inês Beatriz Rui Carla Tiago Joana Luís Catarina Nuno Teresa Bruno
Anna Thomas Julia Michael Laura Andreas Lena Stefan Sarah Christian Katharina Daniel Lisa Martin Sabine Markus Claudia Peter
Emma Jack Olivia Harry Amelia George Isla Noah Ava Oliver Emily Charlie Jessica Oscar Poppy James Lily William Sophie Henry
Camille Lucas Manon Hugo Chloé Louis Léa Gabriel Jade Arthur Inès Jules Zoé Adam Alice Raphaël Louise Paul Élise Théo
Carmen Javier Lucía Carlos Paula Diego Elena Manuel Marta Alejandro Sara Pablo Raquel Sergio Irene Jorge Pilar Álvaro Rosa Iván
Giulia Marco Chiara Luca Francesca Matteo Elisa Andrea Valentina Giovanni Silvia Roberto Paola Davide Federica Simone Giorgia
Zofia Jakub Hanna Jan Maja Antoni Zuzanna Filip Oliwia Szymon Wiktoria Kacper Agnieszka Piotr Magdalena Krzysztof Łucja Paweł
Sanne Daan Lotte Sem Fleur Bram Anouk Thijs Femke Ruben Ingrid Lars Astrid Erik Sigrid Björn Freya Nils Åsa Søren Mette Jens
Ayşe Mehmet Fatma Mustafa Zeynep Ahmet Elif Ali Emine Hüseyin Priya Arjun Ananya Rahul Kavya Vikram Neha Rohan Divya Amit
Mei Wei Yuki Haruto Sakura Ren Aoi Sota Hana Kaito Minh Linh Thi Anh Ngoc Ivan Olga Dmitri Natalia Sergei Tatiana Alexei`.replace(
    /\s+/g,
    ' ',
  ),
);

const roots = words(
  `Acker Alten Baum Bauern Berg Blumen Brand Braun Breit Buchen Burg Dahl Dorn Eber Eichen Erlen Falken Feld Finken Forst Freud
Gerber Gold Grün Hagen Hart Hasel Heide Herz Hirsch Hohen Holz Horn Kalten Kampf Kirch Klein König Krämer Kupfer Land Langen
Linden Löwen Mai Matt Mittel Mühl Neu Nord Ober Oster Pfeif Quell Raben Rosen Roth Sand Sauer Schön Schwarz Seiler Silber
Sommer Stahl Stein Stern Strauß Tann Thal Ulmer Vogel Wald Weber Weiden Winter Wolfs Zeller Ziegel Zimmer`.replace(
    /\s+/g,
    ' ',
  ),
);
const endings = words(
  'mann er bauer hof berg feld bach meier ner stein hauer schmidt müller haus wald thaler ing mayer ke son inger horst brink loh',
);
const common = words(
  `Silva Santos Müller Ferreira Schmidt Pereira Oliveira Schneider Costa Rodrigues Fischer Martins Jesus Weber Sousa Fernandes
Meyer Gonçalves Gomes Wagner Lopes Marques Becker Alves Almeida Schulz Ribeiro Pinto Hoffmann Carvalho Teixeira Koch Moreira Correia
Mendes Nunes Richter Soares Vieira Monteiro Klein Cardoso Rocha Wolf Raposo Neves Smith Jones Taylor Brown Williams Wilson
Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood García Fernández González Martínez
López Sánchez Pérez Gómez Ruiz Díaz Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Nowak Kowalski Wiśniewski
Dubois Moreau Laurent Lefebvre Leroy Roux Fournier Girard Bonnet Nguyen Tran Yılmaz Kaya Demir Sharma Singh Kumar Tanaka Suzuki`.replace(
    /\s+/g,
    ' ',
  ),
);
const lastNames = [...common, ...roots.flatMap((root) => endings.map((ending) => root + ending))];

/** One of a list, the first far more often than the last. */
const skewed = <Item>(chance: Seeded, list: readonly Item[], skew: number): Item =>
  list[Math.floor(list.length * chance.fraction() ** skew)] as Item;

export interface Person {
  firstName: string;
  lastName: string;
}

/** A person as likely as they come: every twelfth with two first names, every fifteenth with two last names. */
export function aPerson(chance: Seeded): Person {
  const first = skewed(chance, firstNames, 2);
  const last = skewed(chance, lastNames, 3);
  return {
    firstName: chance.chance(1 / 12) ? `${first} ${skewed(chance, firstNames, 2)}` : first,
    lastName: chance.chance(1 / 15) ? `${last} ${skewed(chance, lastNames, 3)}` : last,
  };
}
