/**
 * An email address as it is looked for, and as tries of it are counted: one spelling for both. Latin capitals alone are made small. Other
 * letters stay: what one program makes of them another does not (İ), and each spelling would have tries of its own.
 */
export const lowerEmail = (typed: string): string => typed.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
