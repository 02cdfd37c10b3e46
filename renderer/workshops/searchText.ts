import type { WorkshopRow } from '../../db/model/contract/workshops.ts';

/** All that the search looks in: name, owner, initials (with and without the gap), certificate, address, products. */
export const searchTextOf = (row: WorkshopRow): string =>
  [
    row.name,
    row.ownerName,
    row.initials,
    row.initials.replaceAll(' ', ''),
    row.certificateNo,
    row.township,
    row.address,
    row.station,
    row.products,
  ]
    .join('\n')
    .toLowerCase();
