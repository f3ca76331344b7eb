/** Codes of the platform for a missing privilege, as the unsigned numbers of the client API. */
const DENIED: ReadonlySet<number> = new Set([0x80040220, 0x80042f09, 0x80048306]);

interface PlatformError {
  readonly message: string;
  readonly errorCode?: number;
}

/**
 * What went wrong, in the server's words. Errors come out of another window, so `instanceof Error` does not know them.
 */
export function messageOf(problem: unknown): string {
  return isPlatformError(problem) ? problem.message : String(problem);
}

/** The user lacks the privilege; some clients write the code as a signed number. */
export function isDenied(problem: unknown): boolean {
  return isPlatformError(problem) && problem.errorCode !== undefined && DENIED.has(problem.errorCode >>> 0);
}

function isPlatformError(problem: unknown): problem is PlatformError {
  return typeof problem === 'object' && problem !== null && typeof (problem as PlatformError).message === 'string';
}
