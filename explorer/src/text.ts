// Words for eyes: dates, numbers, names, and what may leave the page.

import type { Day, Language } from "./data";

const DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export const day = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);

/** The ISO day of days since 1970-01-01. */
export const iso = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** What writes for readers, made once for each language: making one is slow, and tables ask by the thousand. */
const writers = Object.fromEntries(
  (["en", "fr"] as const).map((language) => {
    const locale = language === "fr" ? "fr-FR" : "en-GB";
    const days = (form: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
    const [day, month] = [days({ day: "numeric", month: "short", year: "numeric" }), days({ month: "long", year: "numeric" })];
    return [language, { number: new Intl.NumberFormat(locale), day, month, names: new Intl.Collator(locale) }];
  }),
) as Record<Language, { number: Intl.NumberFormat; day: Intl.DateTimeFormat; month: Intl.DateTimeFormat; names: Intl.Collator }>;

/** A number as a reader writes it: "1,234", "1 234". */
export const number = (value: number, language: Language): string => writers[language].number.format(value);

/** A day as a reader writes it. */
export const dayName = (days: number, language: Language): string => writers[language].day.format(days * DAY);

/** The month of a day: "July 2025". */
export const monthName = (days: number, language: Language): string => writers[language].month.format(days * DAY);

/** Which of two names a reader looks for first. */
export const byName = (a: string, b: string, language: Language): number => writers[language].names.compare(a, b);

/** The span within which something lies, as short as it can honestly be said: "2024", "June 2025", "since 2 July 2025". */
export function between([first, last]: [Day, Day], language: Language): string {
  if (first === null && last === null) return "";
  const french = language === "fr";
  if (first === null) return `${french ? "au plus tard le" : "by"} ${dayName(last!, language)}`;
  if (last === null) return `${french ? "à partir du" : "from"} ${dayName(first, language)}`;
  if (first === last) return dayName(first, language);
  const [a, b] = [new Date(first * DAY), new Date((last + 1) * DAY)];
  if (a.getUTCDate() === 1 && b.getUTCDate() === 1) {
    if (a.getUTCMonth() === 0 && b.getUTCMonth() === 0 && b.getUTCFullYear() === a.getUTCFullYear() + 1) return String(a.getUTCFullYear());
    const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
    if (months === 1) return monthName(first, language);
  }
  // Not "a – b": of a stay, that would read as from when to when.
  return french ? `entre le ${dayName(first, language)} et le ${dayName(last, language)}` : `between ${dayName(first, language)} and ${dayName(last, language)}`;
}

/** Lower case without accents: what names are compared by. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("Œ", "oe").replaceAll("æ", "ae").toLowerCase();

/** A link that leaves the page: http(s) only, else nothing. */
export function href(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The address of an article at a sentence, for browsers that know text fragments. */
export function hrefAt(url: string, quote: string): string | undefined {
  const safe = href(url);
  if (!safe) return undefined;
  const words = quote.trim().split(/\s+/);
  const part = (some: string[]) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
  const fragment = words.length > 12 ? `${part(words.slice(0, 5))},${part(words.slice(-5))}` : part(words);
  return `${safe.includes("#") ? safe : `${safe}#`}:~:text=${fragment}`;
}
