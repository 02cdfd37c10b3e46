import { uuidv7 } from 'uuidv7';
import { z } from 'zod';

/** Ids are UUIDv7 text, so that packages from many bureaus merge without clashes and sort by time. */
const id = <Name extends string>() => z.uuid().brand<Name>();

export const CampaignId = id<'CampaignId'>();
export const StaffId = id<'StaffId'>();
export const WorkshopId = id<'WorkshopId'>();
export const ApplicationId = id<'ApplicationId'>();
export const PublicityId = id<'PublicityId'>();
export const ObjectionId = id<'ObjectionId'>();
export const RosterId = id<'RosterId'>();
export const PlanId = id<'PlanId'>();
export const RevisionId = id<'RevisionId'>();
export const TaskId = id<'TaskId'>();
export const SubmissionId = id<'SubmissionId'>();
export const AttachmentId = id<'AttachmentId'>();
export const MeetingId = id<'MeetingId'>();
export const DutyId = id<'DutyId'>();
export const AssignmentId = id<'AssignmentId'>();
export const VisitId = id<'VisitId'>();
export const ScoreTableId = id<'ScoreTableId'>();
export const ScoreItemId = id<'ScoreItemId'>();
export const InspectionId = id<'InspectionId'>();
export const MeasureId = id<'MeasureId'>();
export const RectificationId = id<'RectificationId'>();
export const OutsideEventId = id<'OutsideEventId'>();
export const PayeeId = id<'PayeeId'>();
export const PaymentId = id<'PaymentId'>();
export const PaymentBatchId = id<'PaymentBatchId'>();
export const WritingId = id<'WritingId'>();
export const OfficeTemplateId = id<'OfficeTemplateId'>();
export const PrintEventId = id<'PrintEventId'>();

export type CampaignId = z.infer<typeof CampaignId>;
export type StaffId = z.infer<typeof StaffId>;
export type WorkshopId = z.infer<typeof WorkshopId>;
export type ApplicationId = z.infer<typeof ApplicationId>;
export type PublicityId = z.infer<typeof PublicityId>;
export type ObjectionId = z.infer<typeof ObjectionId>;
export type RosterId = z.infer<typeof RosterId>;
export type PlanId = z.infer<typeof PlanId>;
export type RevisionId = z.infer<typeof RevisionId>;
export type TaskId = z.infer<typeof TaskId>;
export type SubmissionId = z.infer<typeof SubmissionId>;
export type AttachmentId = z.infer<typeof AttachmentId>;
export type MeetingId = z.infer<typeof MeetingId>;
export type DutyId = z.infer<typeof DutyId>;
export type AssignmentId = z.infer<typeof AssignmentId>;
export type VisitId = z.infer<typeof VisitId>;
export type ScoreTableId = z.infer<typeof ScoreTableId>;
export type ScoreItemId = z.infer<typeof ScoreItemId>;
export type InspectionId = z.infer<typeof InspectionId>;
export type MeasureId = z.infer<typeof MeasureId>;
export type RectificationId = z.infer<typeof RectificationId>;
export type OutsideEventId = z.infer<typeof OutsideEventId>;
export type PayeeId = z.infer<typeof PayeeId>;
export type PaymentId = z.infer<typeof PaymentId>;
export type PaymentBatchId = z.infer<typeof PaymentBatchId>;
export type WritingId = z.infer<typeof WritingId>;
export type OfficeTemplateId = z.infer<typeof OfficeTemplateId>;
export type PrintEventId = z.infer<typeof PrintEventId>;

/** A new id of the kind its schema names: `newId(WorkshopId)`. */
export const newId = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> => schema.parse(uuidv7());
