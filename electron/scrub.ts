import { homedir } from 'node:os';
import { maskNumber } from '../db/model/privateNumbers.ts';

/** Eleven digits and more: a mobile number, an ID number, a card. Times in logs are shorter or have separators. */
const LONG_NUMBER = /(?<![0-9A-Za-z])\d{10,19}[\dXx](?![0-9A-Za-z])/g;

/** A line for the log: long numbers masked, the user's home folder (often a person's name) not spelled out. */
export const scrub = (line: string): string =>
  line.replaceAll(homedir(), '~').replace(LONG_NUMBER, maskNumber);
