CREATE TABLE `assistance_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`visited_on` text NOT NULL,
	`findings` text NOT NULL,
	`advice` text NOT NULL,
	`owner_response` text NOT NULL,
	`progress_percent` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `assistance_visit_workshop` ON `assistance_visit` (`campaign_id`,`workshop_id`,`visited_on`);--> statement-breakpoint
CREATE TABLE `helper_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "helper_assignment_days" CHECK(until_day IS NULL OR from_day <= until_day)
) STRICT;
--> statement-breakpoint
CREATE INDEX `helper_assignment_workshop` ON `helper_assignment` (`campaign_id`,`workshop_id`);--> statement-breakpoint
CREATE INDEX `helper_assignment_staff` ON `helper_assignment` (`staff_id`);--> statement-breakpoint
CREATE TABLE `calendar_day` (
	`date` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `duty` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`task` text NOT NULL,
	`unit` text NOT NULL,
	`responsible` text NOT NULL,
	`due_on` text,
	`done_on` text,
	`note` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `duty_campaign` ON `duty` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text NOT NULL,
	`host` text NOT NULL,
	`topic` text NOT NULL,
	`participants` text NOT NULL,
	`headcount` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_campaign` ON `meeting` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `recycled` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`workshop_id` text,
	`removed_at` text NOT NULL,
	`removed_by` text,
	`reason` text NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`removed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recycled_at` ON `recycled` (`removed_at`);--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`table_id` text NOT NULL,
	`level` text NOT NULL,
	`inspected_on` text NOT NULL,
	`note` text NOT NULL,
	`created_at` text NOT NULL,
	`finished_at` text,
	`removed_at` text,
	`removed_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`table_id`) REFERENCES `score_table`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_workshop` ON `inspection` (`campaign_id`,`workshop_id`,`level`);--> statement-breakpoint
CREATE TABLE `item_score` (
	`inspection_id` text NOT NULL,
	`item_id` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`inspection_id`, `item_id`),
	FOREIGN KEY (`inspection_id`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `score_item`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `score_item` (
	`id` text PRIMARY KEY NOT NULL,
	`table_id` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`section` text NOT NULL,
	`category` text,
	`content` text NOT NULL,
	`criterion` text NOT NULL,
	`points` integer NOT NULL,
	`way` text NOT NULL,
	`options` text NOT NULL,
	`key` integer NOT NULL,
	`veto` integer NOT NULL,
	FOREIGN KEY (`table_id`) REFERENCES `score_table`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `score_item_table` ON `score_item` (`table_id`,`position`);--> statement-breakpoint
CREATE TABLE `score_table` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`version` text NOT NULL,
	`source` text NOT NULL,
	`sample` integer NOT NULL,
	`limits` text NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `standard_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`item_code` text NOT NULL,
	`problem` text NOT NULL,
	`measure` text NOT NULL,
	`standard` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `standard_measure_code` ON `standard_measure` (`item_code`);--> statement-breakpoint
CREATE TABLE `task_work` (
	`plan_id` text NOT NULL,
	`line` text NOT NULL,
	`progress_percent` integer NOT NULL,
	`cost_own` integer,
	`cost_other` integer,
	`finished_on` text,
	`note` text NOT NULL,
	`closed_on` text,
	`closed_by` text NOT NULL,
	`closed_note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`plan_id`, `line`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_work_progress" CHECK(progress_percent BETWEEN 0 AND 100),
	CONSTRAINT "task_work_closed" CHECK(closed_on IS NULL OR finished_on IS NOT NULL)
) STRICT;
--> statement-breakpoint
ALTER TABLE `application` ADD `materials` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `attachment` ADD `role` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attachment` ADD `taken_on` text;--> statement-breakpoint
ALTER TABLE `attachment` ADD `preview_hash` text;--> statement-breakpoint
ALTER TABLE `audit_event` ADD `changes_sealed` text;--> statement-breakpoint
ALTER TABLE `plan_revision` ADD `scan_confirmed_on` text;--> statement-breakpoint
ALTER TABLE `plan_task` ADD `line` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `publicity` ADD `posted_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `publicity` ADD `posted_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `selection_decision` ADD `rank` integer;--> statement-breakpoint
ALTER TABLE `selection_decision` ADD `replaces_id` text REFERENCES application(id);--> statement-breakpoint
-- A task of before has no other revision to go with: its own id is its line. The frozen ones need their trigger lifted.
DROP TRIGGER `plan_task_frozen_update`;--> statement-breakpoint
UPDATE `plan_task` SET `line` = `id`;--> statement-breakpoint
CREATE TRIGGER `plan_task_frozen_update` BEFORE UPDATE ON `plan_task`
WHEN (SELECT `submitted_on` FROM `plan_revision` WHERE `id` = OLD.`revision_id`) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a submitted revision is frozen'); END;
