-- A store as version 1 of the schema kept it, with one trial of each outcome.

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
  opened integer not null          -- the study with the highest was begun or gone on with last
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

create table trial (
  study integer not null,
  trial integer not null,          -- its place in the study, from 0
  key text not null,
  cell integer not null,
  repeat integer not null,
  outcome text not null,           -- COMPLETED, DIVERGED, FAILED, CANCELLED
  steps integer not null,
  cost,
  initial_loss,
  final_loss,
  best_loss,
  best_cost,
  hit_costs text,                  -- JSON array, one per target, null where it was never reached
  message text,                    -- why it failed
  primary key (study, trial)
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

create view trial_view as
select
  study.id as study, study.name as study_name, trial.trial, trial.key, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights,
  trial.outcome, trial.steps, trial.cost, trial.initial_loss, trial.final_loss, trial.best_loss,
  trial.best_cost, trial.hit_costs, trial.message
from trial
join study on study.number = trial.study
join cell on cell.study = trial.study and cell.cell = trial.cell;

create view measurement_view as
select
  study.id as study, study.name as study_name, measurement.trial, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights,
  measurement.position, measurement.step, measurement.cost, measurement.metric, measurement.value
from measurement
join trial on trial.study = measurement.study and trial.trial = measurement.trial
join study on study.number = measurement.study
join cell on cell.study = trial.study and cell.cell = trial.cell;

insert into study values
  (1, 'other-1', 'other', '', '{}', 1, 900, '[]', 1),
  (2, 'xor-1', 'xor', 'Which?', '{}', 20, 900, '[0.01,0.001]', 2);

insert into cell values
  (1, 0, 'p', 'n', 'l', 'a', 'o', 'w', 'b', 'i'),
  (2, 0, 'p', 'n', 'l', 'a', 'o', 'w', 'b', 'i'),
  (2, 7, 'p', 'n', 'l', 'a', 'o', 'w', 'b', 'i');

insert into trial values
  (1, 0, '0000000000000001', 0, 0, 'COMPLETED', 1, 1.0, 1.0, 1.0, 1.0, 1.0, null, null),
  (2, 0, 'fedcba9876543210', 0, 0, 'COMPLETED', 300, 900.0, 1.5, null, 0.25, 450.0, '[12,null]', null),
  (2, 1, '00000000ffffffff', 7, 1, 'DIVERGED', 3, 9.0, -0.0, 9e999, 1.5, 1.0, '[null,null]', null),
  (2, 2, '8000000000000000', 7, 2147483647, 'FAILED', 0, 0.0, null, null, 9e999, null, '[null,null]', 'why'),
  (2, 3, '7fffffffffffffff', 0, 3, 'CANCELLED', 0, 0.0, null, null, 9e999, null, '[null,null]', null);

insert into measurement values (2, 1, 0, 2, 6.0, 'loss', 0.5), (2, 1, 1, 3, 9.0, 'loss', null);

pragma application_id = 1397511491;
pragma user_version = 1;
