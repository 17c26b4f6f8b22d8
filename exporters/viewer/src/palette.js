// SPDX-License-Identifier: Apache-2.0
// Colours of the page, for paper and for night. Relations have those of the pictures
// (exporters/palette.cpp): blue for cooperation, orange to red for conflict, distinct for all common
// forms of colour vision.

const LIGHT = {
  quads: ['#4a9fd6', '#00579c', '#e69f00', '#c8420a', '#8c8c8c'],
  kinds: ['#44546b', '#7d5aa6', '#4f8a4c', '#a8503a', '#b1578f', '#a3852b', '#2f8a84', '#777777'],
  ink: '#1d2126',
  paper: '#fcfbf8',
  quiet: '#e4e2dc',
  faint: '#6b7280',
};

const DARK = {
  quads: ['#7cc4f2', '#3d8fe0', '#f2b632', '#f0703a', '#9a9a9a'],
  kinds: ['#9fb2cf', '#b99ade', '#8cc488', '#dd8c76', '#dd90c0', '#d8bd66', '#6cc7c0', '#aaaaaa'],
  ink: '#eceff3',
  paper: '#15181d',
  quiet: '#2b3038',
  faint: '#9aa3af',
};

export function palette(dark) {
  return dark ? DARK : LIGHT;
}

/** A colour "#rrggbb" with a share of another. */
export function mix(colour, other, share) {
  const part = (from) => {
    const [a, b] = [colour, other].map((one) => parseInt(one.slice(from, from + 2), 16));
    return Math.round(a + (b - a) * share).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
