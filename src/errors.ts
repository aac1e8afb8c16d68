// Every error class: what happened, to what, what to do next; with the HTTP status and the exit code each face uses.

/** An error that a user can act on. `next` says what to do; `status` is the HTTP status, `exitCode` the CLI's. */
export class ChanceryError extends Error {
  readonly next: string
  readonly status: number = 500
  readonly exitCode: number = 1
  constructor(what: string, next = '', cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause })
    this.next = next
    this.name = new.target.name
  }
}

/** The caller gave something that cannot be used: a bad date, an unknown question, a wrong flag. */
export class InputError extends ChanceryError {
  override readonly status = 400
  override readonly exitCode = 2
}

/** What was asked for is not there: a document, an exchange, a person. */
export class NotFoundError extends ChanceryError {
  override readonly status = 404
  override readonly exitCode = 2
}

/** A knowledge pack breaks its own rules; the message names file and line. */
export class PackError extends ChanceryError {}

/** A document could not be got or decoded. */
export class SourceError extends ChanceryError {
  override readonly status = 422
}

/** The record cannot be opened or reached: locked by another process, server away, newer schema. */
export class RecordError extends ChanceryError {
  override readonly status = 503
}

/** Somebody else changed the same thing first, or the change contradicts what stands. */
export class ConflictError extends ChanceryError {
  override readonly status = 409
}

/** The caller may not do this. */
export class AccessError extends ChanceryError {
  override readonly status = 403
}

/** Nobody is signed in, or with a wrong name, password or token. */
export class LoginError extends ChanceryError {
  override readonly status = 401
}
