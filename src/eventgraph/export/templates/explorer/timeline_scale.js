/* Days since 1970-01-01 as dates and words, and the steps of the calendar that fit a width. */

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAY_MS = 86400000;
const MONDAY = -3; /* the Monday before 1970-01-01 */
const MONTH_SIZE = 30.437;

/* From hours to centuries: what marks the axis and what the bars of the histogram stand for. */
const UNITS = [
  ...[1, 3, 6].map((hours) => ({ hours, size: hours / 24, name: "hour" })),
  { days: 1, size: 1, name: "day" },
  { days: 7, size: 7, name: "week" },
  { months: 1, size: MONTH_SIZE, name: "month" },
  { months: 3, size: 3 * MONTH_SIZE, name: "quarter" },
  { months: 12, size: 12 * MONTH_SIZE, name: "year" },
  ...[2, 5, 10, 20, 50, 100, 200, 500].map((years) => ({
    months: 12 * years, size: 12 * years * MONTH_SIZE, name: years + " years",
  })),
];
const DAYS = UNITS.findIndex((unit) => unit.days === 1);
const YEARS = UNITS.findIndex((unit) => unit.months === 12);

const dateOf = (day) => new Date(Math.floor(day) * DAY_MS);

/* The day of a year, month (from 0, and beyond 11) and day of the month. */
function dayOf(year, month, day = 1) {
  return new Date(0).setUTCFullYear(year, month, day) / DAY_MS;
}

const toIso = (day) => dateOf(day).toISOString().slice(0, 10);

/* The day of "2024-03-12", or null. */
function fromIso(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text + "T00:00:00Z") : NaN;
  return Number.isNaN(time) ? null : time / DAY_MS;
}

const year = (day) => String(dateOf(day).getUTCFullYear());
const month = (day) => MONTHS[dateOf(day).getUTCMonth()];
const dayAndMonth = (day) => `${dateOf(day).getUTCDate()} ${month(day)}`;
const inWords = (day) => `${dayAndMonth(day)} ${year(day)}`;

/* A stretch from a first day to a last one: "March 2024", "1–5 March 2024", "3 May – 2 June 2024". */
function stretchInWords(first, last) {
  const [a, b] = [dateOf(first), dateOf(last)];
  const wholeMonths = a.getUTCDate() === 1 && dateOf(last + 1).getUTCDate() === 1;
  if (first === last) return inWords(first);
  if (wholeMonths && a.getUTCMonth() === 0 && b.getUTCMonth() === 11) return between(year(first), year(last), "–");
  const named = (day) => `${month(day)} ${year(day)}`;
  if (wholeMonths) return between(named(first), named(last), " – ");
  if (named(first) === named(last)) return `${a.getUTCDate()}–${inWords(last)}`;
  return `${year(first) === year(last) ? dayAndMonth(first) : inWords(first)} – ${inWords(last)}`;
}

const between = (first, last, dash) => (first === last ? first : first + dash + last);

/* The finest unit, at least of the one at `from`, that is so many pixels wide at a scale of pixels a day. */
function unitFor(scale, pixels, from = 0) {
  return UNITS.slice(from).find((unit) => unit.size * scale >= pixels) || UNITS.at(-1);
}

/* Where the step of a unit begins that holds a moment. */
function startOf(unit, moment) {
  if (unit.hours) return (Math.floor((moment * 24) / unit.hours + 1e-9) * unit.hours) / 24;
  if (unit.days) return Math.floor((moment - MONDAY) / unit.days) * unit.days + MONDAY;
  const date = dateOf(moment);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return dayOf(0, Math.floor(months / unit.months) * unit.months);
}

/* Where the next step begins. */
function after(unit, start) {
  if (unit.hours) return Math.round((start * 24) + unit.hours) / 24;
  if (unit.days) return start + unit.days;
  return dayOf(dateOf(start).getUTCFullYear(), dateOf(start).getUTCMonth() + unit.months);
}

/* The beginnings of the steps from the one that holds `from` up to `to`. */
function* steps(unit, from, to) {
  for (let at = startOf(unit, from); at < to; at = after(unit, at)) yield at;
}

/* The unit above: what a row of hours, days or months is a part of. Years stand alone. */
function unitAbove(unit) {
  if (unit.hours) return UNITS[DAYS];
  if (unit.days) return UNITS.find(({ months }) => months === 1);
  return unit.months < 12 ? UNITS[YEARS] : null;
}

/* How a step is written on the axis: short below another unit, in full where it stands above. */
function stepInWords(unit, start, isAbove) {
  if (unit.hours) return `${String(Math.round((start - Math.floor(start)) * 24)).padStart(2, "0")}:00`;
  if (unit.days) return isAbove ? inWords(start) : String(dateOf(start).getUTCDate());
  if (unit.months >= 12) return year(start);
  return isAbove ? `${month(start)} ${year(start)}` : month(start).slice(0, 3);
}

Object.assign(exports, {
  DAYS, toIso, fromIso, inWords, stretchInWords, unitFor, startOf, after, steps, unitAbove, stepInWords,
});
