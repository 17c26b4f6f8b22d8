// SPDX-License-Identifier: Apache-2.0
// Days since 1970-01-01 and half-open ranges of them, in words.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86400000;

/** Year, month (0 to 11) and day of the month. */
export function parts(day) {
  const date = new Date(day * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

/** The day of a date; months and days may overflow as in Date. */
export function dayOf(year, month, dayOfMonth) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, dayOfMonth);
  return Math.round(date.getTime() / DAY);
}

/** "2022-02-23" */
export function isoDay(day) {
  const [year, month, date] = parts(day);
  const two = (value) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

/** The day of "2022-02-23"; null where the text is no such date. */
export function parseIsoDay(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) {
    return null;
  }
  const day = dayOf(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return isoDay(day) === text ? day : null;
}

/** "23 Feb 2022" */
export function showDay(day) {
  const [year, month, date] = parts(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

/** [from, to) as briefly as it can be said: "2022", "Feb 2022", "23 Feb 2022", "2–5 Mar 2022". */
export function showRange(from, to) {
  const [year, month, date] = parts(from);
  const [lastYear, lastMonth, lastDate] = parts(to - 1);
  if (to - from === 1) {
    return showDay(from);
  }
  const wholeMonths = date === 1 && parts(to)[2] === 1;
  if (wholeMonths && month === 0 && lastMonth === 11) {
    return year === lastYear ? `${year}` : `${year}–${lastYear}`;
  }
  if (wholeMonths) {
    if (year === lastYear) {
      return month === lastMonth ? `${MONTHS[month]} ${year}`
        : `${MONTHS[month]}–${MONTHS[lastMonth]} ${year}`;
    }
    return `${MONTHS[month]} ${year} – ${MONTHS[lastMonth]} ${lastYear}`;
  }
  if (year === lastYear && month === lastMonth) {
    return `${date}–${lastDate} ${MONTHS[month]} ${year}`;
  }
  return `${showDay(from)} – ${showDay(to - 1)}`;
}

/** The years a range touches: "2014–22". */
export function showYears(from, to) {
  const first = parts(from)[0];
  const last = parts(to - 1)[0];
  if (first === last) {
    return `${first}`;
  }
  return Math.floor(first / 100) === Math.floor(last / 100) && first >= 1000
    ? `${first}–${String(last % 100).padStart(2, '0')}` : `${first}–${last}`;
}
