import { canonicalTimeZone } from '../lib/time-zone.js';

/*
 * What a browser's time zone and languages say about where a business is: country, currency, first day of the week. Guesses that
 * the owner sees before anything is kept.
 */

/** The currencies that people pay with, by country (ISO 4217 and 3166). */
const countriesOf: Record<string, string> = {
  EUR: 'AD AT AX BE BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM VA XK YT',
  USD: 'AS BQ EC FM GU IO MH MP PR PW SV TC TL UM US VG VI',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  AUD: 'AU CC CX HM KI NF NR TV',
  NZD: 'CK NU NZ PN TK',
  DKK: 'DK FO GL',
  NOK: 'BV NO SJ',
  XOF: 'BF BJ CI GW ML NE SN TG',
  XAF: 'CF CG CM GA GQ TD',
  XPF: 'NC PF WF',
  XCD: 'AG AI DM GD KN LC MS VC',
  MAD: 'EH MA',
  ILS: 'IL PS',
};

const single =
  'AE:AED AF:AFN AL:ALL AM:AMD AO:AOA AR:ARS AW:AWG AZ:AZN BA:BAM BB:BBD BD:BDT BG:EUR BH:BHD BI:BIF BM:BMD BN:BND BO:BOB BR:BRL BS:BSD BT:BTN BW:BWP BY:BYN BZ:BZD CA:CAD CD:CDF CL:CLP CN:CNY CO:COP CR:CRC CU:CUP CV:CVE CZ:CZK DJ:DJF DO:DOP DZ:DZD EG:EGP ER:ERN ET:ETB FJ:FJD GE:GEL GH:GHS GI:GIP GM:GMD GN:GNF GT:GTQ GY:GYD HK:HKD HN:HNL HT:HTG HU:HUF ID:IDR IN:INR IQ:IQD IR:IRR IS:ISK JM:JMD JO:JOD JP:JPY KE:KES KG:KGS KH:KHR KM:KMF KP:KPW KR:KRW KW:KWD KY:KYD KZ:KZT LA:LAK LB:LBP LK:LKR LR:LRD LS:LSL LY:LYD MD:MDL MG:MGA MK:MKD MM:MMK MN:MNT MO:MOP MR:MRU MU:MUR MV:MVR MW:MWK MX:MXN MY:MYR MZ:MZN NA:NAD NG:NGN NI:NIO NP:NPR OM:OMR PA:PAB PE:PEN PG:PGK PH:PHP PK:PKR PL:PLN PY:PYG QA:QAR RO:RON RS:RSD RU:RUB RW:RWF SA:SAR SB:SBD SC:SCR SD:SDG SE:SEK SG:SGD SL:SLE SO:SOS SR:SRD SS:SSP ST:STN SY:SYP SZ:SZL TH:THB TJ:TJS TM:TMT TN:TND TO:TOP TR:TRY TT:TTD TW:TWD TZ:TZS UA:UAH UG:UGX UY:UYU UZ:UZS VE:VES VN:VND VU:VUV WS:WST YE:YER ZA:ZAR ZM:ZMW ZW:USD';

const currencies = new Map<string, string>([
  ...Object.entries(countriesOf).flatMap(([currency, countries]) =>
    countries.split(' ').map((country): [string, string] => [country, currency]),
  ),
  ...single.split(' ').map((pair) => pair.split(':') as [string, string]),
]);

/** Every country that a currency is known of. */
export const countries: readonly string[] = [...currencies.keys()].sort();

/** The currency of a country; euros where we don't know better. */
export const currencyOf = (country: string): string => currencies.get(country) ?? 'EUR';

/** Both are newer than what the types know; browsers and Node differ in how they spell them. */
type PlaceLocale = Intl.Locale & {
  timeZones?: string[];
  getTimeZones?(): string[];
  weekInfo?: { firstDay: number };
  getWeekInfo?(): { firstDay: number };
};

const placeOf = (country: string): PlaceLocale => new Intl.Locale(`und-${country}`) as PlaceLocale;

let byZone: Map<string, string> | null = null;

/** The country that a time zone is of; null for `UTC` and the like. */
export function countryOfZone(zone: string): string | null {
  if (!byZone) {
    byZone = new Map();
    for (const country of countries) {
      const place = placeOf(country);
      for (const name of place.getTimeZones?.() ?? place.timeZones ?? [])
        byZone.set(canonicalTimeZone(name) ?? name, country);
    }
  }
  return byZone.get(canonicalTimeZone(zone) ?? zone) ?? null;
}

/** The day that a week begins with: 1 Monday … 7 Sunday. */
export function weekStartOf(country: string): number {
  const place = placeOf(country);
  return (place.getWeekInfo?.() ?? place.weekInfo)?.firstDay ?? 1;
}

export interface Place {
  language: 'en' | 'de';
  timeZone: string;
  country: string;
  currency: string;
  /** 1 Monday … 7 Sunday. */
  weekStart: number;
}

/** The best guess by what a browser says of itself: its zone first, since languages travel. */
export function guessPlace(zone: string, languages: readonly string[]): Place {
  const region = languages.map((language) => /-([A-Z]{2})\b/.exec(language)?.[1]).find((found) => found !== undefined);
  const country = countryOfZone(zone) ?? (region && currencies.has(region) ? region : 'PT');
  const language = languages.find((each) => /^(?:en|de)\b/.test(each))?.startsWith('de') ? 'de' : 'en';
  return {
    language,
    timeZone: canonicalTimeZone(zone) ?? 'UTC',
    country,
    currency: currencyOf(country),
    weekStart: weekStartOf(country),
  };
}
