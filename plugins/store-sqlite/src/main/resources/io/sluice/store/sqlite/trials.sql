-- A row for each trial, as small and as cheap to write as can be; the views spell it out.
create table trial_row (
  id integer primary key,          -- study × 2^32 + the trial's place in the study, from 0
  key integer not null,            -- the 64 bits of the key
  part integer not null,           -- cell × 2^33 + repeat × 4 + outcome's place in COMPLETED,
                                   -- DIVERGED, FAILED, CANCELLED
  steps integer not null,
  cost,
  initial_loss,
  final_loss,
  best_loss,
  best_cost,
  hit_costs text,                  -- JSON array, one per target, null where it was never reached;
                                   -- NULL if none was
  message text,                    -- why it failed
  hash integer                     -- checksum of the row × 2^32 + that of its measurements; NULL if
                                   -- it is older than checksums
);

create view trial as
select
  id, id >> 32 as study, id & 0xffffffff as trial, printf('%016x', key) as key,
  (part >> 33) & 0x7fffffff as cell, (part >> 2) & 0x7fffffff as repeat,
  case part & 3
    when 0 then 'COMPLETED' when 1 then 'DIVERGED' when 2 then 'FAILED' else 'CANCELLED'
  end as outcome,
  steps, cost, initial_loss, final_loss, best_loss, best_cost, hit_costs, message
from trial_row;
