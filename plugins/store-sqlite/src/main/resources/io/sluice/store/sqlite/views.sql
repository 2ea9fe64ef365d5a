-- Made anew whenever the version of the schema changes.

drop view if exists trial_view;
drop view if exists measurement_view;

create view trial_view as
select
  study.id as study, study.name as study_name, trial.trial, trial.key, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights, cell.batches, cell.schedule, cell.clipping,
  cell.weight_decay,
  trial.outcome, trial.steps, trial.cost, trial.initial_loss, trial.final_loss, trial.best_loss,
  trial.best_cost, trial.hit_costs, trial.message
from trial
join study on study.number = trial.study
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
