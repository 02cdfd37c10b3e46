ALTER TABLE `outside_event_workshop` RENAME COLUMN `note` TO `veto`;
