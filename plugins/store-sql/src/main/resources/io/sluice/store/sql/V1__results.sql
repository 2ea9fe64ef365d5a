-- Results, for people as much as for Sluice. NULL in a number that may have a fraction is NaN, so
-- that avg and its kin pass over it; infinities and -0.0 are kept. In tables study is study.number.

create table study (
  number integer not null,
  id text not null,
  name text not null,
  question text not null,
  spec text not null,              -- the study's text in canonical JSON
  trials bigint not null,          -- of the plan
  budget double precision,
  targets json not null,           -- numbers, null for NaN, "Infinity", "-Infinity"
  opened integer not null,         -- the study with the highest was begun or gone on with last
  hash integer,                    -- checksum of the header
  kept bigint                      -- how many trials are kept
);

create table provenance (
  study integer not null,
  position integer not null,
  name text not null,
  value text not null
);

create table factor (
  study integer not null,
  position integer not null,       -- in the order of the study's factors, from 0
  name text not null,
  preset text not null             -- the label of cells that leave it out; '' if none may
);

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
  batches text not null,
  schedule text not null,
  clipping text not null,
  weight_decay text not null,
  hash integer                     -- checksum
);

create table label (
  study integer not null,
  cell integer not null,
  factor text not null,            -- the name of a factor that has no column in the table cell
  label text not null
);

create table hyperparameter (
  study integer not null,
  cell integer not null,
  position integer not null,
  name text not null,              -- factor.name, such as optimizer.learning-rate
  value double precision
);

create table trial (
  study integer not null,
  trial integer not null,          -- its place in the study, from 0
  key text not null,               -- 16 hexadecimal digits
  cell integer not null,
  repeat integer not null,
  outcome text not null,           -- COMPLETED, DIVERGED, FAILED or CANCELLED
  steps bigint not null,
  cost double precision,
  initial_loss double precision,
  final_loss double precision,
  best_loss double precision,
  best_cost double precision,
  hit_costs json,                  -- one per target, null where it was never reached; NULL if none was
  message text,                    -- why it failed
  hash bigint                      -- checksum of the row x 2^32 + that of its measurements
);

create table measurement (
  study integer not null,
  trial integer not null,
  position integer not null,       -- in the order measured, from 0
  step bigint not null,
  cost double precision,
  metric text not null,
  value double precision
);

-- Rows with the names of what they belong to.

create view trial_view as
select
  study.id as study, study.name as study_name, trial.trial, trial.key, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights, cell.batches, cell.schedule, cell.clipping,
  cell.weight_decay,
  trial.outcome, trial.steps, trial.cost, trial.initial_loss, trial.final_loss, trial.best_loss,
  trial.best_cost, trial.hit_costs, trial.message
from study
join trial on trial.study = study.number
join cell on cell.study = trial.study and cell.cell = trial.cell;

create view measurement_view as
select
  study.id as study, study.name as study_name, measurement.trial, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights, cell.batches, cell.schedule, cell.clipping,
  cell.weight_decay,
  measurement.position, measurement.step, measurement.cost, measurement.metric, measurement.value
from measurement
join trial on trial.study = measurement.study and trial.trial = measurement.trial
join study on study.number = measurement.study
join cell on cell.study = trial.study and cell.cell = trial.cell;
