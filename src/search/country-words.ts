import { toNormalForm } from './analyser/normal-form.ts';

/**
 * What English calls the people of a country and what is theirs, by country code; Arabic forms such words by a rule, which
 * the analyser knows. Forms that only add an s are not listed.
 */
const ENGLISH_DEMONYMS = `
AD Andorran|AE Emirati|AF Afghan|AG Antiguan|AL Albanian|AM Armenian|AO Angolan|AR Argentine Argentinian|AT Austrian
AU Australian Aussie|AZ Azerbaijani Azeri|BA Bosnian|BB Barbadian|BD Bangladeshi|BE Belgian|BF Burkinabe|BG Bulgarian|BH Bahraini
BI Burundian|BJ Beninese|BN Bruneian|BO Bolivian|BR Brazilian|BS Bahamian|BT Bhutanese|BW Botswanan|BY Belarusian|BZ Belizean
CA Canadian|CD Congolese|CF Central African|CG Congolese|CH Swiss|CI Ivorian|CL Chilean|CM Cameroonian|CN Chinese|CO Colombian
CR Costa Rican|CU Cuban|CV Cape Verdean|CY Cypriot|CZ Czech|DE German|DJ Djiboutian|DK Danish Dane|DM Dominican|DO Dominican
DZ Algerian|EC Ecuadorian|EE Estonian|EG Egyptian|EH Sahrawi|ER Eritrean|ES Spanish Spaniard|ET Ethiopian|FI Finnish Finn
FJ Fijian|FM Micronesian|FR French Frenchman|GA Gabonese|GB British Briton|GD Grenadian|GE Georgian|GH Ghanaian|GM Gambian
GN Guinean|GQ Equatoguinean|GR Greek|GT Guatemalan|GW Bissau-Guinean|GY Guyanese|HN Honduran|HR Croatian Croat|HT Haitian
HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IN Indian|IQ Iraqi|IR Iranian|IS Icelandic Icelander|IT Italian|JM Jamaican
JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz|KH Cambodian|KI Kiribati|KM Comorian|KN Kittitian|KP North Korean|KR South Korean
KW Kuwaiti|KZ Kazakh|LA Lao Laotian|LB Lebanese|LC Saint Lucian|LI Liechtensteiner|LK Sri Lankan|LR Liberian|LS Basotho
LT Lithuanian|LU Luxembourgish Luxembourger|LV Latvian|LY Libyan|MA Moroccan|MC Monegasque|MD Moldovan|ME Montenegrin
MG Malagasy|MH Marshallese|MK Macedonian|ML Malian|MM Burmese|MN Mongolian|MR Mauritanian|MT Maltese|MU Mauritian|MV Maldivian
MW Malawian|MX Mexican|MY Malaysian|MZ Mozambican|NA Namibian|NE Nigerien|NG Nigerian|NI Nicaraguan|NL Dutch Dutchman
NO Norwegian|NP Nepali Nepalese|NR Nauruan|NZ New Zealander|OM Omani|PA Panamanian|PE Peruvian|PG Papua New Guinean
PH Philippine Filipino Filipina|PK Pakistani|PL Polish Pole|PS Palestinian|PT Portuguese|PW Palauan|PY Paraguayan|QA Qatari
RO Romanian|RS Serbian Serb|RU Russian|RW Rwandan|SA Saudi|SB Solomon Islander|SC Seychellois|SD Sudanese|SE Swedish Swede
SG Singaporean|SI Slovenian Slovene|SK Slovak|SL Sierra Leonean|SM Sammarinese|SN Senegalese|SO Somali|SR Surinamese
SS South Sudanese|SV Salvadoran|SY Syrian|SZ Swazi|TD Chadian|TG Togolese|TH Thai|TJ Tajik|TL Timorese|TM Turkmen|TN Tunisian
TO Tongan|TR Turkish Turk|TT Trinidadian|TV Tuvaluan|TW Taiwanese|TZ Tanzanian|UA Ukrainian|UG Ugandan|US American
UY Uruguayan|UZ Uzbek|VA Vatican|VC Vincentian|VE Venezuelan|VN Vietnamese|VU Vanuatuan|WS Samoan|XK Kosovar|YE Yemeni
ZA South African|ZM Zambian|ZW Zimbabwean`;

/** Several words of one demonym stay together; demonyms of one word stand apart. */
const COMPOUND = /^(?:Central|Costa|Cape|North|South|Saint|Sri|New|Papua|Sierra|Solomon)\b/;

const DEMONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  ENGLISH_DEMONYMS.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const words = entry.slice(3);
      return [entry.slice(0, 2), COMPOUND.test(words) ? [words] : words.split(' ')] as const;
    }),
);

/** What else a country may be called by. */
export interface CountryWords {
  /** As the Unicode languages data calls it, in each of the languages. */
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
}

/**
 * The words for the country of a code, if one of `names` is a name of it: an entity that merely belongs to a country is not
 * the country.
 */
export function findCountryWords(
  code: string,
  names: readonly string[],
  countries: Iterable<Intl.DisplayNames>,
): CountryWords | undefined {
  const known = [...countries].flatMap((one) => one.of(code) ?? []);
  const own = new Set(names.map(toNormalForm));
  if (!known.some((name) => own.has(toNormalForm(name)))) return undefined;
  return { names: known, demonyms: DEMONYMS.get(code) ?? [] };
}
