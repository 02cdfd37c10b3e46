import { Instant, IsoDate } from '../../db/model/dates.ts';

const twoDigits = (value: number): string => value.toString().padStart(2, '0');

/** The day the PC shows, not the day in Greenwich: at eight in the morning in China they differ. */
export const localDay = (moment: Date): IsoDate =>
  IsoDate.parse(`${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`);

interface Clock {
  today(): IsoDate;
  now(): Instant;
}

/**
 * The shell's clock. With a given day the time of day goes on running, so that records of a test still lie in order
 * and on the day the test plays in.
 */
export function createClock(givenDay: IsoDate | undefined, read: () => Date = () => new Date()): Clock {
  const now = (): Instant => {
    const iso = read().toISOString();
    return Instant.parse(givenDay === undefined ? iso : `${givenDay}${iso.slice(10)}`);
  };
  return { today: () => givenDay ?? localDay(read()), now };
}
