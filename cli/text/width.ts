/** How many terminal cells a text takes: tabs are expanded, East Asian wide characters and emoji take two, combining marks none. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /\p{Mn}|\p{Me}|\p{Cf}|\p{Variation_Selector}/u;
const narrowOnly = /^[\x20-\x7e]*$/;

export const tabStop = 4;

export function widthOf(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += character === '\t' ? tabStop - (width % tabStop) : cells(character);
  return width;
}

/** Tabs become spaces, and characters that would disturb the terminal become visible ones. */
export function expand(text: string): string {
  if (narrowOnly.test(text)) return text;
  let shown = '';
  let width = 0;
  for (const character of text) {
    const piece =
      character === '\t' ? ' '.repeat(tabStop - (width % tabStop)) : /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(character) ? '\ufffd' : character;
    shown += piece;
    width += character === '\t' ? piece.length : cells(piece);
  }
  return shown;
}

/** The part of an expanded text between two cells. */
export function sliceCells(text: string, from: number, to: number): string {
  let shown = '';
  let at = 0;
  for (const character of text) {
    const next = at + cells(character);
    if (at >= from && next <= to) shown += character;
    at = next;
  }
  return shown;
}

function cells(character: string): number {
  return none.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
