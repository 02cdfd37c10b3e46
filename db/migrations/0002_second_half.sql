CREATE TABLE `payee` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`id_name_sealed` text NOT NULL,
	`account_name_sealed` text NOT NULL,
	`bank_sealed` text NOT NULL,
	`card_sealed` text NOT NULL,
	`card_print` text NOT NULL,
	`confirmed_on` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payee_once_a_year` ON `payee` (`campaign_id`,`workshop_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payee_card` ON `payee` (`campaign_id`,`card_print`);--> statement-breakpoint
CREATE TABLE `payment` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`amount` integer NOT NULL,
	`payee_sealed` text NOT NULL,
	`state` text NOT NULL,
	`settled_on` text,
	`failure` text NOT NULL,
	`repeats_id` text,
	FOREIGN KEY (`batch_id`) REFERENCES `payment_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payment_settled" CHECK((state = 'planned') = (settled_on IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `payment_workshop` ON `payment` (`workshop_id`);--> statement-breakpoint
CREATE INDEX `payment_of_batch` ON `payment` (`batch_id`);--> statement-breakpoint
CREATE TABLE `payment_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`made_on` text NOT NULL,
	`cancelled_on` text,
	`cancelled_reason` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `payment_batch_campaign` ON `payment_batch` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `outside_event` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`last_day` text,
	`document_no` text NOT NULL,
	`place` text NOT NULL,
	`note` text NOT NULL,
	`removed_at` text,
	`removed_reason` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outside_event_campaign` ON `outside_event` (`campaign_id`,`kind`);--> statement-breakpoint
CREATE TABLE `outside_event_workshop` (
	`event_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`score` integer,
	`note` text NOT NULL,
	PRIMARY KEY(`event_id`, `workshop_id`),
	FOREIGN KEY (`event_id`) REFERENCES `outside_event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outside_event_workshop_workshop` ON `outside_event_workshop` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `passed_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`workshop_id` text,
	`received_on` text NOT NULL,
	`content_sealed` text NOT NULL,
	`handling_sealed` text,
	`outcome` text,
	`settled_on` text,
	FOREIGN KEY (`event_id`) REFERENCES `outside_event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `passed_objection_event` ON `passed_objection` (`event_id`);--> statement-breakpoint
CREATE TABLE `rectification` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection_id` text NOT NULL,
	`issued_on` text NOT NULL,
	`due_on` text NOT NULL,
	`demands` text NOT NULL,
	`done_on` text,
	`checked_by` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rectification_inspection` ON `rectification` (`inspection_id`);--> statement-breakpoint
CREATE TABLE `result_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`decision` text,
	`reason` text NOT NULL,
	`decided_on` text NOT NULL,
	`inspection_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `result_decision_workshop` ON `result_decision` (`campaign_id`,`workshop_id`);--> statement-breakpoint
CREATE TABLE `writing` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`kind` text NOT NULL,
	`workshop_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`finished_on` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `writing_campaign` ON `writing` (`campaign_id`,`kind`);--> statement-breakpoint
ALTER TABLE `inspection` ADD `assessors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `recusals` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `owner_signed` integer;--> statement-breakpoint
ALTER TABLE `inspection` ADD `refusal_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `witness` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `owner_remark` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `inspection` ADD `reported_total` integer;--> statement-breakpoint
ALTER TABLE `inspection` ADD `follows_id` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `replaces_id` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `replaces_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `submission` ADD `received_on` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `received_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `submission` ADD `receipt_note` text DEFAULT '' NOT NULL;
