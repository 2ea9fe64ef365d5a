-- Takes the trials over from version 1 of the schema, where a row spelt everything out.

insert into trial_row (
  id, key, part, steps, cost, initial_loss, final_loss, best_loss, best_cost, hit_costs, message
)
select
  (study << 32) + trial,
  -- SQLite reads no hexadecimal text but in JSON, and there only 63 bits.
  ((('[0x' || substr(key, 1, 8) || ']') ->> 0) << 32) | (('[0x' || substr(key, 9) || ']') ->> 0),
  (cell << 33) | (repeat << 2)
    | case outcome when 'COMPLETED' then 0 when 'DIVERGED' then 1 when 'FAILED' then 2 else 3 end,
  steps, cost, initial_loss, final_loss, best_loss, best_cost, coalesce(hit_costs, '[]'), message
from old_trial
order by study, trial;

drop table old_trial;

-- Version 2 knows how training proceeds. What was stored before was trained in the plain way.
alter table cell add column batches text not null default 'full';
alter table cell add column schedule text not null default 'constant';
alter table cell add column clipping text not null default 'none';
alter table cell add column weight_decay text not null default 'none';
