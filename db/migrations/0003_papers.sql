CREATE TABLE `office_template` (
	`id` text PRIMARY KEY NOT NULL,
	`paper` text NOT NULL,
	`format` text NOT NULL,
	`attachment_id` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `office_template_paper` ON `office_template` (`paper`,`format`);--> statement-breakpoint
CREATE TABLE `print_event` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`staff_id` text,
	`paper` text NOT NULL,
	`subject` text NOT NULL,
	`title` text NOT NULL,
	`check_code` text DEFAULT '' NOT NULL,
	`pages` integer NOT NULL,
	`means` text NOT NULL,
	`workshop_id` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshop`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `print_event_subject` ON `print_event` (`subject`);--> statement-breakpoint
CREATE INDEX `print_event_workshop` ON `print_event` (`workshop_id`);--> statement-breakpoint
ALTER TABLE `inspection` ADD `reported_veto` text DEFAULT '' NOT NULL;