-- Version 3 knows checksums. What was stored before has none and is read without.

alter table study add column hash integer;
alter table study add column kept integer;
alter table cell add column hash integer;
