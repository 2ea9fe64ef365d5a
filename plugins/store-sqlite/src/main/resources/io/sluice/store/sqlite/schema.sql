-- Every number that may have a fraction is an 8-byte real, bit for bit, so those columns have no
-- type: a declared REAL would lose the sign of -0.0. NULL in them is NaN; infinities are kept.

create table study (
  number integer primary key,
  id text not null unique,
  name text not null,
  question text not null,
  spec text not null,              -- the study's text in canonical JSON
  trials integer not null,         -- of the plan
  budget,
  targets text not null,           -- JSON array of numbers, null for NaN, "Infinity", "-Infinity"
  opened integer not null,         -- the study with the highest was begun or gone on with last
  hash integer,                    -- checksum of the header; NULL if it is older than checksums
  kept integer                     -- how many trials are kept; NULL likewise
);

create table provenance (
  study integer not null,
  position integer not null,
  name text not null,
  value text not null,
  primary key (study, position)
) without rowid;

create table cell (
  study integer not null,
  cell integer not null,           -- its place in the plan, from 0
  problem text not null,
  network text not null,
  loss text not null,
  activation text not null,
  optimizer text not null,
  weight_policy text not null,
  bounds text not null,
  initial_weights text not null,
  batches text not null default 'full',
  schedule text not null default 'constant',
  clipping text not null default 'none',
  weight_decay text not null default 'none',
  hash integer,                    -- checksum; NULL if it is older than checksums
  primary key (study, cell)
) without rowid;

create table hyperparameter (
  study integer not null,
  cell integer not null,
  position integer not null,
  name text not null,              -- factor.name, such as optimizer.learning-rate
  value,
  primary key (study, cell, position)
) without rowid;

create table measurement (
  study integer not null,
  trial integer not null,
  position integer not null,       -- in the order measured, from 0
  step integer not null,
  cost,
  metric text not null,
  value,
  primary key (study, trial, position)
) without rowid;
