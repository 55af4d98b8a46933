/**
 * The upper half of the single-byte encodings that Swedish archives hold. Node's own decoder is wrong for
 * windows-1252 (it gives control characters for – ’ “ ” •) and has no CP850.
 */
const WINDOWS_1252_C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const LATIN_1 = String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index));

const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const CP_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

/** name → the 128 characters of bytes 0x80 to 0xFF. */
export const UPPER_HALVES = {
  'windows-1252': WINDOWS_1252_C1 + LATIN_1,
  macintosh: MAC_ROMAN,
  ibm850: CP_850,
} as const;

export type SingleByteEncoding = keyof typeof UPPER_HALVES;

/** Decodes bytes of a single-byte encoding. Never fails: each byte has a character. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const upper = UPPER_HALVES[encoding];
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const chunk = bytes.subarray(start, start + 8192);
    parts.push(
      String.fromCharCode(
        ...Array.from(chunk, (byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80))),
      ),
    );
  }
  return parts.join('');
}
