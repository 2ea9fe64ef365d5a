-- The order in which rows are read, and what may be there once only.

alter table study add primary key (number), add unique (id);
alter table provenance add primary key (study, position);
alter table factor add primary key (study, position);
alter table cell add primary key (study, cell);
alter table label add primary key (study, cell, factor);
alter table hyperparameter add primary key (study, cell, position);
alter table trial add primary key (study, trial);
alter table measurement add primary key (study, trial, position);

-- Who computes what, where several processes run one study.
create table lease (
  study integer not null references study (number) on delete cascade,
  share integer not null,
  holder text not null,            -- a run of a process
  name text not null,              -- the same for people
  ends timestamptz not null,
  primary key (study, share)
);
