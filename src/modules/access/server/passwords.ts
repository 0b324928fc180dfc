import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** Argon2id with the least parameters that OWASP recommends (19 MiB, 2 passes, 1 lane). */
const parameters = { parallelism: 1, memory: 19_456, passes: 2, tagLength: 32 } as const;

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...parameters }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** The password's hash with its salt and parameters, in the usual string form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  const { memory, passes, parallelism } = parameters;
  const head = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}`;
  return `${head}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Whether a password fits a hash made by {@link hashPassword}. Takes the same time when there is no account (`null`). */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = '', expected = ''] = (hash ?? '').split('$');
  const key = await derive(password, salt === '' ? randomBytes(16) : Buffer.from(salt, 'base64url'));
  const wanted = Buffer.from(expected, 'base64url');
  return wanted.length === key.length && timingSafeEqual(wanted, key);
}

/** A password a person can type: four groups of five letters and digits without look-alikes, 97 bits. */
export function newPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const characters = Array.from(randomBytes(20), (byte) => letters[byte % letters.length]);
  return [0, 5, 10, 15].map((from) => characters.slice(from, from + 5).join('')).join('-');
}
