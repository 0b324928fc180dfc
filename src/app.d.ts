import type { Context } from '#modules/access/server/index.ts';
import type { Role, Viewer } from '#modules/access/index.ts';
import type { Problem } from '#kernel/problem.ts';

declare global {
  namespace App {
    interface Locals {
      /** What every service is called with: who asks, and on which connection. */
      context: Context;
      /** The person signed in, whatever role they look with. */
      own: Viewer;
      /** The role whose eyes an administrator looks with. */
      seesAs: Role | null;
    }
    interface Error {
      message: string;
      /** What went wrong, in the words for people. */
      problem?: Problem;
    }
  }
}

export {};
