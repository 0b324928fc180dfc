/**
 * The line that begins a proposal: "MOD<tab>XYZ/12A1/3#45678" – what is asked, by whom, in which document, which number.
 * Actions: NOC (no change), MOD, ADD, SUP; (MOD) is editorial, ADD* and SUP* move text from and to elsewhere.
 */
import type { ProposalAction } from '#kernel/reading/index.ts';

export interface ProposalCode {
  action: ProposalAction;
  /** As printed: "(MOD)", "ADD*". */
  symbol: string;
  /** "XYZ/12A1/3". */
  reference: string;
  externalId: string | null;
  /** "XYZ"; several administrations keep their slashes: "ABC/DEF". */
  proponent: string;
  document: number | null;
  addendum: number | null;
  serial: number;
  /** Further references on the same line; of a range ("5 to 8") its end. */
  others: string[];
}

const code = String.raw`((?:[A-Z]{2,8}\/)*[A-Z]{2,8})\/(\d{1,5}|X{1,3})((?:A\d{1,3})*)((?:\(?(?:C|CORR\.?|Corr\.?|R|REV\.?|Rev\.?)\d{1,2}\)?)*)\/(\d{1,5})(?:#(\d{1,9}))?`;
const symbol = String.raw`(\(MOD\)|(?:NOC|MOD|ADD|SUP)\*?)`;
/** " ABC/79A1/5", ", ABC/79A1/5", " and ABC/79A1/5". */
const furtherCode = String.raw`(?:[\s\u00a0,;]+(?:and[\s\u00a0]+)?)[A-Z]{2,8}\/[A-Z0-9()#/.]{2,40}`;
/** ", 6", " and 6", "-6", " to 6": more serial numbers of the same document. */
const furtherSerial = String.raw`(?:[\s\u00a0]*[,;&–-][\s\u00a0]*|[\s\u00a0]+(?:and|to)[\s\u00a0]+)\d{1,5}`;
const line = new RegExp(
  String.raw`^[\s\u00a0]*${symbol}[\s\u00a0]+${code}((?:${furtherCode}|${furtherSerial})*)[\s\u00a0]*$`,
  'u',
);
const symbolAlone = new RegExp(String.raw`^[\s\u00a0]*${symbol}[\s\u00a0]*$`, 'u');
const bareCode = new RegExp(String.raw`^[\s\u00a0]*${code}`, 'u');

/** Reads a code line, or `null` for any other line. */
export function proposalCode(text: string): ProposalCode | null {
  if (text.length > 400) return null;
  const found = line.exec(text);
  if (found === null) return null;
  const [, printed = '', proponent = '', document = '', addenda = '', corrigenda = '', serial = '', id, others = ''] =
    found;
  const series = `${proponent}/${document}${addenda}${corrigenda}`;
  return {
    action: actionOf(printed),
    symbol: printed,
    reference: `${series}/${serial}`,
    externalId: id ?? null,
    proponent,
    document: /^\d+$/.test(document) ? Number(document) : null,
    addendum: /^A\d/.test(addenda) ? Number(/^A(\d+)/.exec(addenda)?.[1]) : null,
    serial: Number(serial),
    others: (others.match(/[A-Z]{2,8}\/[A-Z0-9()#/.]+|\d+/g) ?? []).map((other) =>
      /^\d+$/.test(other) ? `${series}/${other}` : other,
    ),
  };
}

/** Where a copy broke the line between the action and the code, the two lines as one. */
export function brokenCode(first: string, second: string): ProposalCode | null {
  if (!symbolAlone.test(first.slice(0, 20)) || !bareCode.test(second.slice(0, 120))) return null;
  return proposalCode(`${first.trim()}\t${second.trim()}`);
}

function actionOf(printed: string): ProposalAction {
  const plain = printed.replace(/[()*]/g, '');
  return plain === 'NOC' || plain === 'ADD' || plain === 'SUP' ? plain : 'MOD';
}
