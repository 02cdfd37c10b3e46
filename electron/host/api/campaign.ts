import { currentCampaign } from '../../../db/bureau/bureau.ts';
import { calendarYear, changeCalendar } from '../../../db/bureau/calendar.ts';
import { policyUse } from '../../../db/bureau/policy.ts';
import { chooseYear, createYear, removeYear, yearRows } from '../../../db/bureau/years.ts';
import { duties, proposeDuties, saveDuties } from '../../../db/mobilisation/duties.ts';
import { meetings, removeMeeting, saveMeeting } from '../../../db/mobilisation/meetings.ts';
import { formerApplicants, otherYears, reapply } from '../../../db/workshops/reapply.ts';
import type { Session } from '../session.ts';
import { api, unwrap } from './base.ts';

export const yearsApi = (session: Session) => ({
  list: api.years.list.handler(() => yearRows(session.office())),
  create: api.years.create.handler(({ input }) => ({
    campaignId: unwrap(createYear(session.office(), input, session.act())),
  })),
  choose: api.years.choose.handler(({ input }) => unwrap(chooseYear(session.office(), input.campaignId))),
  remove: api.years.remove.handler(({ input }) =>
    unwrap(removeYear(session.office(), input.campaignId, session.act())),
  ),
  policyUse: api.years.policyUse.handler(() =>
    policyUse(session.office(), currentCampaign(session.office()).id),
  ),
  formerApplicants: api.years.formerApplicants.handler(() => formerApplicants(session.office())),
  reapply: api.years.reapply.handler(({ input }) => ({
    applied: unwrap(reapply(session.office(), input.workshopIds, session.act())),
  })),
  otherYears: api.years.otherYears.handler(({ input }) => otherYears(session.office(), input.workshopId)),
});

export const calendarApi = (session: Session) => ({
  year: api.calendar.year.handler(({ input }) => calendarYear(session.office(), input.year)),
  change: api.calendar.change.handler(({ input }) =>
    unwrap(changeCalendar(session.office(), input, session.act())),
  ),
});

export const mobilisationApi = (session: Session) => ({
  meetings: api.mobilisation.meetings.handler(() => meetings(session.office())),
  saveMeeting: api.mobilisation.saveMeeting.handler(({ input }) => ({
    id: unwrap(saveMeeting(session.office(), input.id, input.meeting, session.act())),
  })),
  removeMeeting: api.mobilisation.removeMeeting.handler(({ input }) =>
    unwrap(removeMeeting(session.office(), input.id, input.reason, session.act())),
  ),
  duties: api.mobilisation.duties.handler(() => duties(session.office())),
  saveDuties: api.mobilisation.saveDuties.handler(({ input }) =>
    unwrap(saveDuties(session.office(), input.duties, session.act())),
  ),
  proposeDuties: api.mobilisation.proposeDuties.handler(({ input }) =>
    unwrap(proposeDuties(session.office(), input.from)),
  ),
});
