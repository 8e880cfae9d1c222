DROP TABLE mail_texts;
DROP TABLE no_reminders;
