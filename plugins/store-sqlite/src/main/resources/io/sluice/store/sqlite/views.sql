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
join trial on trial.id between study.number << 32 and (study.number << 32) + 0xffffffff
join cell on cell.study = trial.study and cell.cell = trial.cell;

create view measurement_view as
select
  study.id as study, study.name as study_name, measurement.trial, trial.cell, trial.repeat,
  cell.problem, cell.network, cell.loss, cell.activation, cell.optimizer, cell.weight_policy,
  cell.bounds, cell.initial_weights, cell.batches, cell.schedule, cell.clipping,
  cell.weight_decay,
  measurement.position, measurement.step, measurement.cost, measurement.metric, measurement.value
from measurement
join trial on trial.id = (measurement.study << 32) + measurement.trial
join study on study.number = measurement.study
join cell on cell.study = trial.study and cell.cell = trial.cell;
