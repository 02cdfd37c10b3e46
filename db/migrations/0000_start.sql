CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`applied_on` text,
	`staff_count` integer,
	`health_certificate_count` integer,
	`total_area` integer,
	`operation_area` integer,
	`annual_output` text NOT NULL,
	`annual_sales` integer,
	`equipment` text NOT NULL,
	`speciality` text NOT NULL,
	`honours` text NOT NULL,
	`penalties` text NOT NULL,
	`problems` text NOT NULL,
	`renovation` text NOT NULL,
	`planned_investment` integer,
	`promised_on` text,
	`withdrawn_on` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_areas" CHECK(operation_area IS NULL OR operation_area >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_once_a_year` ON `application` (`campaign_id`,`workshop_id`);--> statement-breakpoint
CREATE INDEX `application_workshop` ON `application` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text,
	`subject` text NOT NULL,
	`title` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL,
	`added_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_workshop` ON `attachment` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `audit_event` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`staff_id` text,
	`action` text NOT NULL,
	`workshop_id` text,
	`sentence` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_workshop` ON `audit_event` (`workshop_id`,`id`);--> statement-breakpoint
CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`policy` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_year` ON `campaign` (`year`);--> statement-breakpoint
CREATE TABLE `draft` (
	`key` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `key_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`salt` text NOT NULL,
	`params` text NOT NULL,
	`nonce` text NOT NULL,
	`wrapped` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `objection` (
	`id` text PRIMARY KEY NOT NULL,
	`publicity_id` text NOT NULL,
	`workshop_id` text,
	`received_on` text NOT NULL,
	`objector_sealed` text,
	`content_sealed` text NOT NULL,
	`handling_sealed` text,
	`outcome` text,
	`settled_on` text,
	FOREIGN KEY (`publicity_id`) REFERENCES `publicity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objection_publicity` ON `objection` (`publicity_id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`works_started_on` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_once_a_year` ON `plan` (`campaign_id`,`workshop_id`);--> statement-breakpoint
CREATE TABLE `plan_revision` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`helper_name` text NOT NULL,
	`assistance` text NOT NULL,
	`situation` text NOT NULL,
	`planned_start` text,
	`reason` text NOT NULL,
	`submitted_on` text,
	`record_sealed` text,
	`digest` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_revision_frozen" CHECK((submitted_on IS NULL) = (record_sealed IS NULL) AND (record_sealed IS NULL) = (digest IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_revision_number` ON `plan_revision` (`plan_id`,`number`);--> statement-breakpoint
CREATE TABLE `plan_task` (
	`id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`category` text,
	`problem` text NOT NULL,
	`measure` text NOT NULL,
	`standard` text NOT NULL,
	`budget_own` integer,
	`budget_other` integer,
	`due_on` text,
	`responsible` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `plan_revision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_task_revision` ON `plan_task` (`revision_id`,`position`);--> statement-breakpoint
CREATE TABLE `publicity` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`first_day` text NOT NULL,
	`last_day` text NOT NULL,
	`days` integer NOT NULL,
	`counting_rule` text NOT NULL,
	`place` text NOT NULL,
	`digest` text NOT NULL,
	`cancelled_on` text,
	`cancelled_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publicity_days" CHECK(first_day <= last_day)
) STRICT;
--> statement-breakpoint
CREATE INDEX `publicity_campaign` ON `publicity` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `publicity_entry` (
	`publicity_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`district` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`products` text NOT NULL,
	`removed_on` text,
	`removed_reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`publicity_id`, `workshop_id`),
	FOREIGN KEY (`publicity_id`) REFERENCES `publicity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `publicity_entry_workshop` ON `publicity_entry` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`level` text NOT NULL,
	`opinion` text NOT NULL,
	`comment` text NOT NULL,
	`reviewer_name` text NOT NULL,
	`reviewed_on` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `review_application` ON `review` (`application_id`);--> statement-breakpoint
CREATE TABLE `roster` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`publicity_id` text NOT NULL,
	`confirmed_on` text NOT NULL,
	`digest` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publicity_id`) REFERENCES `publicity`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_publicity` ON `roster` (`publicity_id`);--> statement-breakpoint
CREATE TABLE `roster_entry` (
	`roster_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`record` text NOT NULL,
	PRIMARY KEY(`roster_id`, `workshop_id`),
	FOREIGN KEY (`roster_id`) REFERENCES `roster`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `roster_entry_workshop` ON `roster_entry` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `selection_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`selected` integer NOT NULL,
	`reason` text NOT NULL,
	`decided_on` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `selection_application` ON `selection_decision` (`application_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `signature` (
	`id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`role` text NOT NULL,
	`outcome` text NOT NULL,
	`signer_name` text NOT NULL,
	`opinion` text NOT NULL,
	`signed_on` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `plan_revision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `signature_role` ON `signature` (`revision_id`,`role`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`position` text NOT NULL,
	`roles` text NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`sequence` integer NOT NULL,
	`folder_name` text NOT NULL,
	`made_on` text NOT NULL,
	`manifest_sha256` text NOT NULL,
	`record` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_sequence` ON `submission` (`campaign_id`,`kind`,`sequence`);--> statement-breakpoint
CREATE TABLE `workshop` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`owner_name` text NOT NULL,
	`owner_gender` text,
	`credit_code` text NOT NULL,
	`certificate_kind` text,
	`certificate_no` text NOT NULL,
	`certificate_valid_until` text,
	`economic_type` text NOT NULL,
	`township` text NOT NULL,
	`address` text NOT NULL,
	`station` text NOT NULL,
	`opened_on` text,
	`food_category` text NOT NULL,
	`products` text NOT NULL,
	`standard` text NOT NULL,
	`id_number_sealed` text,
	`id_number_print` text,
	`phone_sealed` text,
	`home_address_sealed` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	`removed_reason` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_name` ON `workshop` (`name`,`owner_name`);--> statement-breakpoint
CREATE INDEX `workshop_credit_code` ON `workshop` (`credit_code`);--> statement-breakpoint
CREATE INDEX `workshop_certificate` ON `workshop` (`certificate_no`);--> statement-breakpoint
CREATE INDEX `workshop_id_number` ON `workshop` (`id_number_print`);--> statement-breakpoint
CREATE TRIGGER `plan_task_frozen_insert` BEFORE INSERT ON `plan_task`
WHEN (SELECT `submitted_on` FROM `plan_revision` WHERE `id` = NEW.`revision_id`) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `plan_task_frozen_update` BEFORE UPDATE ON `plan_task`
WHEN (SELECT `submitted_on` FROM `plan_revision` WHERE `id` = OLD.`revision_id`) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `plan_task_frozen_delete` BEFORE DELETE ON `plan_task`
WHEN (SELECT `submitted_on` FROM `plan_revision` WHERE `id` = OLD.`revision_id`) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `plan_revision_frozen` BEFORE UPDATE OF `plan_id`, `number`, `helper_name`, `assistance`, `situation`, `planned_start`, `reason` ON `plan_revision`
WHEN OLD.`submitted_on` IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `plan_revision_signed` BEFORE UPDATE OF `submitted_on`, `record_sealed`, `digest` ON `plan_revision`
WHEN EXISTS (SELECT 1 FROM `signature` WHERE `revision_id` = OLD.`id`)
BEGIN SELECT RAISE(ABORT, 'a signed revision is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_frozen_update` BEFORE UPDATE ON `audit_event`
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_event_frozen_delete` BEFORE DELETE ON `audit_event`
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
