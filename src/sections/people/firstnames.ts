/**
 * First names common in Sweden. A note calls people by them alone ("Kajsa lägger ut …") whether or not its roster has
 * them; without a roster only the name itself tells a person from a place or a firm. Names that are also places,
 * months, firms or the first word of a sentence are left out.
 */
const WOMEN = `Agneta Alice Alicia Alma Amanda Amina Andrea Anette Anita Ann Anna Anneli Annelie Annette Annica Annie
Annika Astrid Barbro Beata Beatrice Berit Birgit Birgitta Bodil Brita Britt Britta Camilla Carin Carina Carolin Carolina
Caroline Cassandra Catarina Catharina Cecilia Charlotta Charlotte Christel Christina Clara Cornelia Dagmar Daniella Doris
Ebba Edith Eleonor Elin Elina Elisa Elisabet Elisabeth Ella Ellen Ellinor Elsa Elvira Emelie Emilia Emma Erica Erika Ester
Eva Evelina Fanny Fatima Felicia Filippa Freja Frida Gerd Gertrud Gunbritt Gunilla Gunnel Gunvor Gudrun Hanna Hannah Hedda
Hedvig Helen Helena Helene Heléne Helga Hilda Hillevi Ida Inga Ingalill Ingegerd Ingela Inger Ingrid Irene Iris Isabella
Isabelle Jasmine Jennie Jenny Jessica Johanna Jonna Josefin Josefine Judith Julia Kajsa Karin Karolina Katarina Katja
Kerstin Kicki Klara Kristin Kristina Lena Lilian Lina Linda Linn Linnea Linnéa Lisa Lisbeth Lotta Louise Lova Lovisa
Lucia Madeleine Magdalena Maj-Britt Maja Malin Margareta Margit Margot Maria Mariana Marianne Marie Marika Marina Marita
Martina Matilda Maud Mikaela Mimmi Mirjam Moa Mona Monica Monika Märta Nadja Nathalie Nellie Nina Olivia Patricia Paula
Pernilla Petra Pia Rakel Rebecca Rebecka Regina Ronja Rosa Rosita Rut Ruth Sandra Sanna Sara Signe Silvia Siri Siv Sofia
Sofie Solveig Sonja Stina Susann Susanna Susanne Svea Sylvia Tanja Teresa Terese Therese Thea Tilda Tina Tove Towe Tuva
Tyra Ulla Ulrica Ulrika Ursula Vanja Vendela Vera Veronica Veronika Viktoria Viola Viveca Viveka Vivianne Ylva Yvonne Åsa`;
const MEN = `Adam Adrian Ahmed Albert Albin Alexander Alf Ali Allan Anders Andreas Anton Anund Arne Arvid Assar August Axel
Bengt Benjamin Bernt Bertil Birger Björn Bosse Börje Carl Casper Christer Christian Christoffer Claes Conny Curt Dag Dan
Daniel David Dennis Edvard Edvin Egon Einar Elias Elis Elmer Emanuel Emil Erik Erling Ernst Esbjörn Evert Fabian Felix
Filip Folke Fredrik Fritiof Gabriel Georg Gerhard Gert Greger Gunnar Gustaf Gustav Göran Gösta Hans Harald Harry Hassan
Helge Henning Henrik Herbert Hjalmar Holger Hugo Håkan Ingemar Ingvar Isak Ivan Ivar Jacob Jakob Jan Janne Jens Jerker
Jerry Jesper Jimmy Joakim Joel Johan Johannes John Johnny Jonas Jonathan Jonny Josef Julius Jöran Jörgen Karl Kenneth
Kenny Kent Kim Kjell Klas Knut Konrad Krister Kristian Kristofer Kristoffer Kurt Lars Lasse Leif Lennart Leo Leonard
Linus Lorentz Love Lucas Ludvig Lukas Magnus Manfred Manne Marcus Markus Martin Mathias Mats Matteus Mattias Melker Micael
Michael Mikael Mohamed Mohammed Morgan Mårten Måns Nicklas Niclas Niklas Nils Noah Ola Olaf Olle Olof Oliver Omar Orvar
Oscar Oskar Otto Ove Owe Patric Patrik Paul Peder Per Peter Petter Philip Pontus Ragnar Ralf Rasmus Reidar Reine Rickard
Rikard Richard Robert Robin Roger Roland Rolf Ronnie Ronny Rune Samuel Sebastian Sigurd Sigvard Simon Sixten Staffan
Stefan Stellan Sture Sune Svante Sven Sören Theodor Thomas Thor Thorbjörn Tobias Tomas Tommy Tony Tor Torbjörn Tore
Torgny Torkel Torsten Ulf Urban Uno Valdemar Valter Verner Victor Viktor Vilhelm Viggo Vincent Vladimir William Yngve
Yusuf Åke Örjan Östen`;

const COMMON = new Set(`${WOMEN} ${MEN}`.split(/\s+/u).map((name) => name.toLowerCase()));

/** "Kajsa", "Lars-Göran", "Gun-Britt": one name, or two that are hyphenated of which one is common. */
export const isCommonFirstName = (word: string): boolean =>
  isCommon(word) || (HYPHENATED.test(word) && word.split('-').some((part) => isCommon(part)));

const isCommon = (word: string): boolean => /^\p{Lu}/u.test(word) && COMMON.has(word.toLowerCase());
const HYPHENATED = /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u;
